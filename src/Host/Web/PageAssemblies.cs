using System.Reflection;
using Anmin.Kernel.Data;
using Anmin.Ui.Gallery;

namespace Anmin.Host.Web;

/// <summary>Where pages are looked for: the assembly of every module; the gallery of parts only where its makers run the program.</summary>
internal sealed class PageAssemblies(ModelParts parts, IWebHostEnvironment environment)
{
    public IReadOnlyList<Assembly> Assemblies { get; } =
        [.. parts.Modules.Select(m => m.GetType().Assembly).Distinct().Where(a => a != typeof(PageAssemblies).Assembly), .. environment.IsDevelopment() ? [typeof(CitizenGalleryPage).Assembly] : Array.Empty<Assembly>()];
}
