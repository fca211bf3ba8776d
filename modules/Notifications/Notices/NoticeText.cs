using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Anmin.Notifications.Notices;

/// <summary>Markdown to HTML: no raw HTML, no picture, no link but to the web, a telephone, a mailbox or a page of ours.</summary>
internal static class NoticeText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage) link.ReplaceBy(new LiteralInline(link.Title ?? ""), copyChildren: true);
            else if (!MayOpen(link.Url)) link.Url = "";
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !MayOpen(l.Url)).ToList()) link.ReplaceBy(new LiteralInline(link.Url));
        // one heading level below the page's own
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        return document.ToHtml(Pipeline);
    }

    private static bool MayOpen(string? url) => url is not null && !url.Any(c => char.IsControl(c) || c == '\\')
        && (url is ['/', not '/', ..] or "/" || url.StartsWith('#') || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "tel" or "mailto"));
}
