"""What is said of files, templates and tenants that cannot be written out."""

from __future__ import annotations

from collections.abc import Iterable

from medcloud.model.known import closest, few
from medcloud.text import Complaint, Text
from medcloud.text.printable import shown

MAPPING = Complaint(
    Text("应为“键: 值”", "keys with values are expected"), Text("写 {键: 值}", "write {key: value}")
)
PATHS = Complaint(
    Text("应为文件列表", "a list of files is expected"),
    Text("写如 [pools.yaml, workloads/*.yaml]", "write e.g. [pools.yaml, workloads/*.yaml]"),
)
ONE_NAME = Complaint(
    Text("应为一个模板的名称", "the name of one template is expected"),
    Text("写如 use: his", "write e.g. use: his"),
)
TENANTS = Complaint(
    Text("应为机构", "tenants are expected"),
    Text("写 all、group:组 或 [h01, h02]", "write all, group:ID or [h01, h02]"),
)
NO_TENANTS = Complaint(
    Text("没有机构，什么也不会产生", "names no tenant, so nothing comes of it"),
    Text("写出机构，或删去此业务", "name tenants, or remove the workload"),
)
TENANT_TOO = Complaint(
    Text("for_each_tenant 已给出机构", "for_each_tenant says the tenant already"),
    Text("删去 tenant", "remove tenant"),
)
OVERRIDES_ALONE = Complaint(
    Text("overrides 只与 for_each_tenant 同用", "overrides goes with for_each_tenant only"),
    Text("把值写在业务本身", "write the values in the workload itself"),
)
SITES = Complaint(
    Text("应为场地", "sites are expected"),
    Text("写如 t、t*（场地的标识符）或列表", "write e.g. t, t* (identifiers of sites) or a list of these"),
)
SITE_TOO = Complaint(
    Text("for_each_site 已给出场地", "for_each_site says the site already"),
    Text("删去 site", "remove site"),
)
OVERRIDES_OF_SITES = Complaint(
    Text("overrides 只与 for_each_site 同用", "overrides goes with for_each_site only"),
    Text("把值写在中心本身", "write the values in the centre itself"),
)
CENTRES = Complaint(
    Text("应为中心", "centres are expected"),
    Text("写如 [c1]，或 {c1: {cloud: test}}", "write e.g. [c1], or {c1: {cloud: test}}"),
)
ONLY = Complaint(
    Text("应说明有哪些机构或业务", "it is to say which tenants or workloads there are"),
    Text("写如 only: {tenants: [h01]}", "write e.g. only: {tenants: [h01]}"),
)
WORKLOADS = Complaint(
    Text("应为业务", "workloads are expected"),
    Text("写如 [his, lis]", "write e.g. [his, lis]"),
)
ID_OF_ITS_OWN = Complaint(
    Text("环境的标识符由其名称得出", "an environment's id comes of its name"),
    Text("删去 region 中的 id", "remove id from region"),
)
NO_FOLDER = Complaint(
    Text("此文本不在文件夹中，无法包含文件", "this text lies in no folder, so it cannot include files"),
    Text("保存为文件再读", "save it as a file"),
)
NESTED = Complaint(
    Text("被包含的文件不能再包含文件", "a file that is included includes no others"),
    Text("写在区域文件的 include 中", "write it under include of the region file"),
)
OUTSIDE = Complaint(
    Text("在文件夹之外", "is outside the folder"),
    Text("只用区域文件旁的相对路径，不含 ..", "use paths below the region file's folder, without .."),
)
ITSELF = Complaint(
    Text("文件包含了自身", "the file includes itself"), Text("从 include 删去", "remove it from include")
)
TOO_LARGE = Complaint(
    Text("展开后内容过多", "has too much in it once it is written out"),
    Text("减少机构或业务，或分成几个区域", "use fewer tenants or workloads, or several regions"),
)


def folder(path: str) -> Complaint:
    """A folder that is named where files are."""
    text = shown(path).rstrip("/")
    return Complaint(
        Text(f"{text} 是文件夹", f"{text} is a folder"), Text(f"写 {text}/*.yaml", f"write {text}/*.yaml")
    )


def no_file(path: str, *, pattern: bool) -> Complaint:
    """A name or a pattern of nothing."""
    text = shown(path)
    message = (
        Text(f"没有文件符合 {text}", f"no file matches {text}")
        if pattern
        else Text(f"没有文件 {text}", f"there is no file {text}")
    )
    return Complaint(message, Text("检查路径，或删去", "check the path, or remove it"))


def twice(key: str, first: str, again: str) -> Complaint:
    """A key that two files have."""
    text = shown(key)
    return Complaint(
        Text(f"键 {text} 重复，{first} 已有", f"key {text} is repeated; {first} has it already"),
        Text(f"{first} 与 {again} 只留一处", f"keep either {first} or {again}"),
    )


def clash(id_: str, first: str, tenant: str, key: str) -> Complaint:
    """An id that comes of two entries."""
    return Complaint(
        Text(
            f"机构 {tenant} 的 {key} 展开为 {id_}，而 {first} 已有此业务",
            f"{key} of tenant {tenant} comes to {id_}, which {first} is already",
        ),
        Text("给其中一个换标识符", "give one of them another identifier"),
    )


def second(key: str, id_: str, first: str) -> Complaint:
    """An id of a site or a centre that comes of two entries."""
    return Complaint(
        Text(f"{key} 展开为 {id_}，而 {first} 已有", f"{key} comes to {id_}, which {first} is already"),
        Text("给其中一个换标识符", "give one of them another identifier"),
    )


def count(most: int) -> Complaint:
    """How many sites an entry stands for."""
    return Complaint(
        Text(f"应为 1 至 {most} 的整数", f"a whole number from 1 to {most} is expected"),
        Text("写场地的个数，如 200", "write how many sites there are, e.g. 200"),
    )


def no_word(word: str, known: Iterable[str]) -> Complaint:
    """A key of an environment that means nothing."""
    text = shown(word)
    return Complaint(Text(f"未知键 {text}", f"unknown key {text}"), _one_of(word, list(known)))


def data(kinds: Iterable[str]) -> Complaint:
    """What the data of an environment are."""
    names = ", ".join(kinds)
    return Complaint(
        Text("未说明数据是什么", "what its data are is not said"),
        Text(f"写 data，为 {names} 之一", f"write data: one of {names}"),
    )


def no_environment(name: str, known: Iterable[str]) -> Complaint:
    """An environment that the file does not have."""
    text, options = shown(name), list(known)
    message = Text(f"没有环境 {text}", f"there is no environment {text}")
    if not options:
        return Complaint(message, Text("在 environments 下写出它", "write it under environments"))
    return Complaint(message, _one_of(name, options))


def name_of_a_centre(name: str) -> Complaint:
    """An environment whose servers would be called as those of production's centre are."""
    return Complaint(
        Text(
            f"{name} 已是中心，两者的云上名称会相同",
            f"{name} is a centre already: names in the cloud would clash",
        ),
        Text("给环境换一个名称", "give the environment another name"),
    )


def needs(workload: str, others: list[str]) -> Complaint:
    """A workload of an environment that calls some which it has not."""
    names = few(others)
    return Complaint(
        Text(f"{workload} 需要 {names}，而此环境没有", f"{workload} needs {names}, which are not in it"),
        Text(
            f"加上 {names}，或删去 {workload}；测试中不需要时写 without: [{', '.join(others)}]",
            f"add {names}, or leave {workload} out too; where the test does without, write "
            f"without: [{', '.join(others)}]",
        ),
    )


def left_out(id_: str) -> Complaint:
    """What an environment has otherwise, of something that it has not."""
    return Complaint(
        Text(f"此环境没有 {id_}", f"{id_} is not in this environment"),
        Text("删去，或把它加入 only", "remove it, or add it to only"),
    )


def own_networks(name: str) -> Complaint:
    """An environment without prefixes of its own."""
    return Complaint(
        Text(f"环境没有自己的 networks.{name}", f"the environment has no networks.{name} of its own"),
        Text(
            "写 networks: {ipv4: …, ipv6: …, vni: {first: …, last: …}}，与生产不重叠",
            "write networks: {ipv4: …, ipv6: …, vni: {first: …, last: …}} that overlap nothing of production",
        ),
    )


def shared(own: str, taken: str) -> Complaint:
    """Addresses or identifiers that another has."""
    return Complaint(
        Text(f"{own} 与 {taken} 重叠", f"{own} overlaps {taken}"),
        Text("换成不重叠的", "choose what does not overlap"),
    )


def no_section(name: str, known: Iterable[str]) -> Complaint:
    """Templates or defaults for what has no entries."""
    text, options = shown(name), list(known)
    return Complaint(
        Text(f"{text} 的条目不能有模板或缺省值", f"entries of {text} have no templates and no defaults"),
        _one_of(name, options),
    )


def no_template(name: object, section: str, known: Iterable[str]) -> Complaint:
    """A use of nothing."""
    text, options = shown(name), list(known)
    message = Text(f"templates.{section} 中没有 {text}", f"templates.{section} has no {text}")
    if not options:
        return Complaint(
            message, Text(f"在 templates.{section} 下写出 {text}", f"write {text} under templates.{section}")
        )
    return Complaint(message, _one_of(str(name), options))


def ring(names: Iterable[str]) -> Complaint:
    """Templates that use each other."""
    way = " → ".join(map(shown, names))
    return Complaint(
        Text(f"模板成环：{way}", f"templates go round: {way}"),
        Text("删去其中一个 use", "remove one of these uses"),
    )


def too_long(most: int) -> Complaint:
    """A chain of templates that nobody can follow."""
    return Complaint(
        Text(f"模板相套超过 {most} 层", f"more than {most} templates use one another"),
        Text("合并几个模板", "join some of them"),
    )


def not_in_defaults(word: str) -> Complaint:
    """A word of an entry that would hold for all."""
    return Complaint(
        Text(f"defaults 中不能写 {word}", f"defaults cannot have {word}"),
        Text("写在条目或模板中", "write it in entries or templates"),
    )


def no_tenant(name: object, what: Text, known: Iterable[str]) -> Complaint:
    """A tenant or group of nothing."""
    text = shown(name)
    return Complaint(
        Text(f"{what.zh}中没有 {text}", f"{what.en} has no {text}"), _one_of(str(name), list(known))
    )


def which(name: str, ids: list[str]) -> Complaint:
    """A workload that there is once for each tenant, named from outside."""
    return Complaint(
        Text(
            f"{name} 每个机构各有一个，未说是哪个",
            f"there is one {name} a tenant, and this does not say which",
        ),
        Text(f"写 {few(ids)} 之一或几个", f"write one or more of {few(ids)}"),
    )


def no_sibling(name: str, tenant: str) -> Complaint:
    """A workload that another tenant has."""
    return Complaint(
        Text(f"机构 {tenant} 没有 {name}", f"tenant {tenant} has no {name}"),
        Text(
            f"在 {name} 的 for_each_tenant 加 {tenant}，或用 overrides 为 {tenant} 另写",
            f"add {tenant} to for_each_tenant of {name}, or write {tenant} otherwise by overrides",
        ),
    )


def _one_of(name: str, known: list[str]) -> Text:
    if close := closest(name, known):
        return Text(f"写 {close}", f"write {close}")
    return Text(f"写其中之一：{few(known)}", f"write one of {few(known)}")
