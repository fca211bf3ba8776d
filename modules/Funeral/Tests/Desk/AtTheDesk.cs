using Anmin.Funeral.Desk;
using System.Globalization;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Signatures;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Tests.Desk;

/// <summary>What a clerk types at the desk, with times and papers nobody else has.</summary>
internal static class AtTheDesk
{
    /// <summary>A dot of one pixel: a real PNG.</summary>
    public const string Dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

    /// <summary>The n-th free time of the one hall and its furnaces: five a day from the 17th on.</summary>
    public static (string Farewell, string Cremation) Slot(int n)
    {
        var at = new DateTime(2026, 4, 17, 6, 0, 0, DateTimeKind.Unspecified).AddDays(n / 5).AddHours(n % 5 * 2);
        return (Text(at), Text(at.AddHours(1)));
    }

    public static Dictionary<string, string> Choices(Chain chain, string cremator = "fh-1-crem-1")
    {
        var (farewell, cremation) = Slot(chain.Next());
        return new() { ["Hall"] = "fh-1-hall-1", ["FarewellAt"] = farewell, ["Cremator"] = cremator, ["CremationAt"] = cremation, ["People"] = "40", ["item.cremation"] = "1", ["item.urn"] = "1" };
    }

    /// <summary>Somebody nobody knows yet, with the choices of above.</summary>
    public static Dictionary<string, string> NewCase(Chain chain) => new(Choices(chain))
    {
        ["HandlerName"] = "周建国",
        ["HandlerPhone"] = "13812345678",
        ["Relation"] = "子女",
        ["Name"] = "周桂兰",
        ["IdNumber"] = chain.IdNumber(),
        ["DiedAt"] = "2026-04-14 08:00",
        ["PlaceKind"] = "Home",
        ["Place"] = "321302001001",
        ["EvidenceNumber"] = Chain.Medical(chain.Next()),
        ["EvidenceIssuerOther"] = "测试医院",
    };

    public static async Task<PrepareQuotation.Reply> PapersAsync(Chain chain, Guid draft, Guid? caseId, Dictionary<string, string> fields)
        => Chain.Must(await chain.App.As("前台").RunAsync(s => s.GetRequiredService<PrepareQuotation>(), new PrepareQuotation.Request(draft, caseId, fields)));

    /// <summary>A submit with every paper signed, quotation on the pad and the rest on paper.</summary>
    public static async Task<SubmitArrangement.Request> SignedAsync(Chain chain, Guid? caseId, Dictionary<string, string> fields)
    {
        var draft = Guid.CreateVersion7();
        var papers = await PapersAsync(chain, draft, caseId, fields);
        return new(papers.DraftId, caseId, fields, [.. papers.Papers.Select(p => p.Kind == nameof(PaperKind.Quotation) ? new SubmitArrangement.Signature(p.Kind, "Pad", Dot, p.Hash) : new(p.Kind, "Paper", null, p.Hash))]);
    }

    public static Task<Outcome<SubmitArrangement.Reply>> SubmitAsync(Chain chain, SubmitArrangement.Request request, string persona = "前台")
        => chain.App.As(persona).RunAsync(s => s.GetRequiredService<SubmitArrangement>(), request);

    public static SubmitArrangement.Request Unsigned(Guid? caseId, Dictionary<string, string> fields) => new(Guid.CreateVersion7(), caseId, fields, []);

    public static async Task<Deceased> WithThingsAsync(Chain chain, bool isChecked)
    {
        var of = await chain.ReceivedAsync();
        Chain.Must(await chain.App.As("前台").RunAsync(s => s.GetRequiredService<RecordBelongings>(), new RecordBelongings.Request(of.Id, "戒指 1 金黄色\n手机，1，黑色")));
        if (isChecked) Chain.Must(await chain.App.As("前台乙").RunAsync(s => s.GetRequiredService<CheckBelongings>(), new CheckBelongings.Request(of.Id)));
        return of;
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
