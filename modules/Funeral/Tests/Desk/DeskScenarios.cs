using Anmin.Funeral.Desk;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Signatures;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using static Anmin.Funeral.Tests.Desk.AtTheDesk;

namespace Anmin.Funeral.Tests.Desk;

/// <summary>Every command of the desk, once.</summary>
internal static class DeskScenarios
{
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new Scenario<SaveDeskDraft, SaveDeskDraft.Request, SaveDeskDraft.Reply>("前台", async c => new(Guid.CreateVersion7(), (await c.PickedUpAsync()).Id, new Dictionary<string, string> { ["Wishes"] = "不用鲜花" }), r => r with { DraftId = Guid.CreateVersion7() }, "",
            async c => (new(Guid.CreateVersion7(), (await c.PickedUpAsync()).Id, new Dictionary<string, string> { ["Colour"] = "red" }), "funeral.arrangement.field-unknown")),
        new Scenario<DropDeskDraft, DropDeskDraft.Request, Done>("前台", async c => new(await DraftAsync(c)), _ => new(Guid.CreateVersion7()), "",
            _ => Task.FromResult((new DropDeskDraft.Request(Guid.CreateVersion7()), "kernel.not-found"))),
        new Scenario<PrepareQuotation, PrepareQuotation.Request, PrepareQuotation.Reply>("前台", async c => new(Guid.CreateVersion7(), (await c.ProvenAsync()).Id, Choices(c)), r => r with { DraftId = Guid.CreateVersion7() }, "",
            async c => (new(Guid.CreateVersion7(), (await c.ProvenAsync()).Id, new Dictionary<string, string> { ["item.gold-coach"] = "1" }), "funeral.arrangement.item-unknown")),
        new Scenario<PrintDeskPaper, PrintDeskPaper.Request, PrintDeskPaper.Reply>("前台", async c => await PreparedAsync(c), r => r with { Kind = "ServiceContract" }, "",
            async c => (await PreparedAsync(c) with { Kind = "PhotoConsent" }, "kernel.not-found")),
        new Scenario<SubmitArrangement, SubmitArrangement.Request, SubmitArrangement.Reply>("前台", async c => Unsigned((await c.ProvenAsync()).Id, Choices(c)), r => r with { DraftId = Guid.CreateVersion7() }, "arrangement.quoted",
            async c => (Unsigned((await c.ProvenAsync()).Id, new(Choices(c)) { ["People"] = "5000" }), "booking.too-small")),
        new Scenario<PrintSignedPaper, PrintSignedPaper.Request, PrintSignedPaper.Reply>("前台", async c => new(await PaperAsync(c), "https://example.invalid"), r => r with { Site = "https://other.invalid" }, "",
            _ => Task.FromResult((new PrintSignedPaper.Request(Guid.CreateVersion7(), ""), "kernel.not-found"))),
        new Scenario<RecordBelongings, RecordBelongings.Request, RecordBelongings.Reply>("前台", async c => new((await c.ReceivedAsync()).Id, "戒指 1 金黄色"), r => r with { Items = "手表" }, "belongings.recorded",
            async c => (new((await c.ReceivedAsync()).Id, "戒指 100"), "funeral.belongings.line")),
        new Scenario<CheckBelongings, CheckBelongings.Request, Done>("冷藏", async c => new((await WithThingsAsync(c, false)).Id), _ => new(Guid.CreateVersion7()), "belongings.checked",
            async c => (new((await c.ReceivedAsync()).Id), "funeral.belongings.none")),
        new Scenario<GiveBelongings, GiveBelongings.Request, GiveBelongings.Reply>("前台", async c => Give(await WithThingsAsync(c, true)), r => r with { WithAshes = true }, "belongings.returned",
            async c => (Give(await WithThingsAsync(c, false)), "funeral.belongings.check-first")),
        new Scenario<PrintBelongings, PrintBelongings.Request, PrintBelongings.Reply>("前台", async c => new((await WithThingsAsync(c, false)).Id, ""), r => r with { Site = "x" }, "",
            async c => (new((await c.ReceivedAsync()).Id, ""), "funeral.belongings.none")),
    ];

    private static GiveBelongings.Request Give(Deceased of) => new(of.Id, null, false, of.Handler, null, true);

    private static async Task<Guid> DraftAsync(Chain chain)
    {
        var id = Guid.CreateVersion7();
        Chain.Must(await chain.App.As("前台").RunAsync(s => (SaveDeskDraft)s.GetService(typeof(SaveDeskDraft))!, new SaveDeskDraft.Request(id, null, new Dictionary<string, string> { ["Name"] = "周桂兰" })));
        return id;
    }

    private static async Task<PrintDeskPaper.Request> PreparedAsync(Chain chain)
    {
        var of = await chain.ProvenAsync();
        var papers = await PapersAsync(chain, Guid.CreateVersion7(), of.Id, Choices(chain));
        return new(papers.DraftId, of.Id, nameof(PaperKind.Quotation), "https://example.invalid");
    }

    private static async Task<Guid> PaperAsync(Chain chain)
    {
        var of = await chain.ProvenAsync();
        Chain.Must(await SubmitAsync(chain, await SignedAsync(chain, of.Id, Choices(chain))));
        return await chain.App.ReadAsync(db => db.Set<SignedPaper>().Where(p => p.CaseId == of.Id && p.Kind == PaperKind.Quotation).Select(p => p.Id).SingleAsync());
    }
}
