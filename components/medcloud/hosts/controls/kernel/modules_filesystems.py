"""File systems that servers need not read are not loaded."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied
from medcloud.text import Text

_NAMES = ("cramfs", "freevxfs", "jffs2", "hfs", "hfsplus", "udf")

control = Control(
    id="modules-filesystems",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c",),
    severity="low",
    title=Text("禁止加载不需要的文件系统模块", "Needless file system modules cannot be loaded"),
    breaks=Text("使用这些介质的人", "Who uses such media"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [ModuleDenied(name) for name in _NAMES],
)
