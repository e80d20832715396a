"""Drivers are loaded after what they need."""

from pathlib import Path

from labs.hosts import initramfs

NEEDS = {
    "virtio_pci": "virtio.ko virtio_ring.ko",  # modules.dep: the innermost last
    "virtio_blk": "virtio.ko virtio_ring.ko",
    "virtio_net": "net_failover.ko failover.ko virtio.ko virtio_ring.ko",
    "virtio_console": "virtio.ko virtio_ring.ko",
    "unused": "",
}


def test_each_driver_comes_after_what_it_needs(tmp_path: Path) -> None:
    lines = "".join(f"{name}.ko: {others}\n" for name, others in NEEDS.items())
    (tmp_path / "modules.dep").write_text(lines)
    order = [path.stem for path in initramfs.order(tmp_path)]
    assert set(order) == {*initramfs.DRIVERS, "virtio", "virtio_ring", "net_failover", "failover"}
    assert len(set(order)) == len(order)
    for name in initramfs.DRIVERS:
        needed = [Path(other).stem for other in NEEDS[name].split()]
        chain = [name, *needed]
        assert [order.index(each) for each in chain] == sorted(map(order.index, chain), reverse=True)
