"""How engines and the lab are obtained and started; the library imports nothing of it."""
