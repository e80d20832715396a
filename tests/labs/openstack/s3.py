"""Enough of AWS signature 4 to speak S3 to swift."""

import hashlib
import hmac
from datetime import datetime, timezone
from urllib.parse import urlsplit

import requests

REGION, SERVICE = "us-east-1", "s3"


def call(method: str, url: str, access: str, secret: str, body: bytes = b"") -> requests.Response:
    """One signed request, path style, without a query."""
    now = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    digest, parts = hashlib.sha256(body).hexdigest(), urlsplit(url)
    headers = {"host": parts.netloc, "x-amz-content-sha256": digest, "x-amz-date": now}
    names = ";".join(headers)
    lines = [method, parts.path, "", *(f"{k}:{v}" for k, v in headers.items()), "", names, digest]
    scope = f"{now[:8]}/{REGION}/{SERVICE}/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()}"
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers["Authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={access}/{scope}, SignedHeaders={names}, Signature={signature}"
    )
    return requests.request(method, url, data=body, headers=headers, timeout=60)
