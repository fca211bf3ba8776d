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
        // below the page's own heading, whichever level the author began with, and none left out
        var (headings, above) = (document.Descendants<HeadingBlock>().ToList(), 1);
        var levels = headings.Select(h => h.Level).Distinct().Order().ToList();
        foreach (var heading in headings) above = heading.Level = Math.Min(levels.IndexOf(heading.Level) + 2, above + 1);
        return document.ToHtml(Pipeline);
    }

    private static bool MayOpen(string? url) => url is not null && !url.Any(c => char.IsControl(c) || c == '\\')
        && (url is ['/', not '/', ..] or "/" || url.StartsWith('#') || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "tel" or "mailto"));
}
