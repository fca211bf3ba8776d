using System.Reflection;
using Anmin.Kernel.Data;

namespace Anmin.Host.Web;

/// <summary>Where pages are looked for: the assembly of every module.</summary>
internal sealed class PageAssemblies(ModelParts parts)
{
    public IReadOnlyList<Assembly> Assemblies { get; } = [.. parts.Modules.Select(m => m.GetType().Assembly).Distinct().Where(a => a != typeof(PageAssemblies).Assembly)];
}
