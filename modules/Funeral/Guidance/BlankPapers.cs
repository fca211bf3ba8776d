using Anmin.Funeral.Certificates;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Guidance;

/// <summary>空白文书: papers of the pack that a family may take home empty, to fill in by hand or to read before it signs one.</summary>
internal static class BlankPapers
{
    /// <summary>A code is the name of a template of the pack; only what is on this list is ever shown.</summary>
    public static readonly CodeList List = new("funeral.blank-paper", "空白文书", []) { Open = true, Editable = true, Hint = "市民在“文书下载”里看的空白文书。编码是文书样式的名称。" };

    public static IReadOnlyList<CodeItem> Offered(DictionaryBook dictionary, Reference reference)
        => [.. dictionary.Offered(List).Where(e => reference.Now.Templates.ContainsKey(e.Code))];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/documents/{name}", async (string name, HttpContext http, DictionaryBook dictionary, Reference reference) =>
    {
        var (code, asPdf) = DocumentRoutes.Split(name);
        return Offered(dictionary, reference).Any(e => e.Code == code) ? await DocumentRoutes.PaperAsync(http, TemplateText.Blank(reference.Now.Templates[code]), asPdf, code) : Results.NotFound();
    }).ExcludeFromDescription();
}
