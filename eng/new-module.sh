#!/usr/bin/env bash
# eng/new-module.sh Name   makes modules/Name with its door, permissions, problems and tests, and enters it in solution and host.
# One line is left to you: in src/Host/Modules.cs, the only registration.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=${1:-}
if [[ $# -ne 1 || ! $name =~ ^[A-Z][A-Za-z]{2,30}$ ]]; then
  echo "用法 usage: eng/new-module.sh Name   （如 Relief：大写字母开头，只用字母）" >&2
  exit 2
fi
if [[ -e modules/$name ]]; then echo "modules/$name 已经有了 · exists already" >&2; exit 1; fi
lower=${name,,}
place=modules/$name
mkdir -p "$place/Tests"

cat >"$place/$name.csproj" <<E
<Project Sdk="Microsoft.NET.Sdk.Razor">
  <PropertyGroup>
    <AddRazorSupportForMvc>false</AddRazorSupportForMvc>
    <DefaultItemExcludes>\$(DefaultItemExcludes);Tests/**</DefaultItemExcludes>
  </PropertyGroup>
  <ItemGroup>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <ProjectReference Include="../../src/Kernel/Kernel.csproj" />
    <ProjectReference Include="../../src/Ui/Ui.csproj" />
    <ProjectReference Include="../../src/Contracts/Contracts.csproj" />
    <InternalsVisibleTo Include="Anmin.$name.Tests" />
    <InternalsVisibleTo Include="Anmin.Bench" />
  </ItemGroup>
</Project>
E
sed "s/Funeral/$name/g" modules/Funeral/Tests/Funeral.Tests.csproj >"$place/Tests/$name.Tests.csproj"

cat >"$place/${name}Module.cs" <<E
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.$name;

/// <summary>What this room is for, in one line.</summary>
public sealed class ${name}Module : IModule
{
    public string Name => "$lower";

    public IReadOnlyList<Permission> Permissions => ${name}Permissions.All;

    public void AddServices(IServiceCollection services) => services.AddUseCases(typeof(${name}Module).Assembly);

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
E
cat >"$place/${name}Permissions.cs" <<E
using Anmin.Kernel.Actors;

namespace Anmin.$name;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class ${name}Permissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
E
cat >"$place/${name}Problems.cs" <<E
namespace Anmin.$name;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class ${name}Problems
{
}
E
cat >"$place/README.md" <<E
# $name

The subject, its flow in ten lines, the rules it obeys.
E

python3 - "$name" <<'E' 2>/dev/null || { echo "python3 没有，请手工把两个项目写进 Anmin.slnx 和 src/Host/Host.csproj" >&2; exit 1; }
import re, sys
name = sys.argv[1]
def insert(path, after, lines):
    text = open(path, encoding="utf-8").read()
    last = [m for m in re.finditer(after, text)][-1]
    open(path, "w", encoding="utf-8").write(text[:last.end()] + lines + text[last.end():])
insert("Anmin.slnx", r'<Project Path="modules/[^\n]*\n', f'    <Project Path="modules/{name}/{name}.csproj" />\n    <Project Path="modules/{name}/Tests/{name}.Tests.csproj" />\n')
insert("src/Host/Host.csproj", r'<ProjectReference Include="../../modules/[^\n]*\n', f'    <ProjectReference Include="../../modules/{name}/{name}.csproj" />\n')
E
echo "modules/$name 已建好。接着：
  1. src/Host/Modules.cs 加一行 new ${name}Module(),
  2. 写 $place/README.md，词条写进 docs/glossary.md
  3. 第一个用例、它的页面和测试，然后 eng/migration.sh Add$name"
