using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Billing.Bills;
using Anmin.Billing.Counter;
using Anmin.Funeral.Archive;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Attachments;
using Anmin.Funeral.Belongings;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Demonstration;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Handlers;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Scheduling;
using Anmin.Funeral.Search;
using Anmin.Funeral.Tests.Field;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Funeral.Villages;
using Anmin.Funeral.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Access;

/// <summary>Something asked about a row that exists, by anybody, without leaving a trace.</summary>
internal interface IAsked
{
    /// <summary>Brings a row to where this can be asked.</summary>
    Task PrepareAsync(TestApp app);

    /// <summary>True where the actor reaches the row, false where it is as if it were not there.</summary>
    Task<bool> ReachesAsync(TestApp app, Actor actor, string opener, string? origin);
}

/// <param name="Prepare">The request, and the case it is about.</param>
/// <param name="Tells">For a list: what in the answer shows that the row is in it.</param>
internal sealed record Asked<TUseCase, TRequest, TReply>(Func<Chain, Task<(TRequest Request, Guid? Case, string? Tells)>> Prepare) : IAsked
    where TUseCase : class, IUseCase<TRequest, TReply> where TRequest : notnull
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private (TRequest Request, Guid? Case, string? Tells) ready;

    public async Task PrepareAsync(TestApp app) => ready = await Prepare(Chain.Of(app));

    public async Task<bool> ReachesAsync(TestApp app, Actor actor, string opener, string? origin)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AnminDb>();
        await using var undone = await db.Database.BeginTransactionAsync();
        if (ready.Case is { } about)
        {
            await db.Database.ExecuteSqlAsync($"update funeral_case set opened_by = {opener}, origin = {origin} where id = {about}");
            await db.Set<Assignment>().Where(a => a.Subject == about).ExecuteDeleteAsync();
            db.Add(new Assignment { Subject = about, SubjectKind = "funeral.case", Staff = opener, At = app.Clock.GetUtcNow(), By = "t" });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
        var useCase = (IUseCase<TRequest, TReply>)services.GetRequiredService<TUseCase>();
        var current = services.GetRequiredService<CurrentActor>();
        current.Actor = actor;
        // what the Gate does before it runs a use case
        current.ActUnder(useCase.Permission);
        var outcome = await useCase.HandleAsync(ready.Request, default);
        if (!outcome.Try(out var reply, out var problem)) return problem.Kind != ProblemKind.NotFound;
        return ready.Tells is not { } word || JsonSerializer.Serialize(reply, Json).Contains(word, StringComparison.Ordinal);
    }
}

/// <summary>Every question of a row or of a list that shows rows; commands come from the scenarios of their modules.</summary>
internal static class AskedRows
{
    /// <summary>Made anew for each run: what is asked is kept in it.</summary>
    public static IReadOnlyDictionary<Type, IAsked> Make() => new Dictionary<Type, IAsked>
    {
        [typeof(GetCase)] = new Asked<GetCase, GetCase.Request, CaseView>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(OpenMyCase)] = new Asked<OpenMyCase, OpenMyCase.Request, OpenMyCase.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(FindCases)] = new Asked<FindCases, FindCases.Request, FindCases.Reply>(async c => await c.ReceivedAsync() is var of ? (new() { Q = of.Number }, of.Id, of.Number) : default),
        [typeof(ExportCases)] = new Asked<ExportCases, ExportCases.Request, ExportCases.Reply>(async c => await c.ReceivedAsync() is var of ? (new(new() { Q = of.Number }), of.Id, of.Number) : default),
        [typeof(GetFirstScan)] = new Asked<GetFirstScan, GetFirstScan.Request, GetFirstScan.Answer>(async c => await c.CheckedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(FindAshes)] = new Asked<FindAshes, FindAshes.Request, FindAshes.Reply>(async c => await c.CertifiedAsync() is var of ? (new(null, of.Ashes), of.Id, of.Ashes) : default),
        [typeof(WorkQueue)] = new Asked<WorkQueue, WorkQueue.Request, WorkQueue.Reply>(async c => await c.BookedAsync() is var of ? (new(null, 200), of.Id, of.Id.ToString()) : default),
        [typeof(DaySchedule)] = new Asked<DaySchedule, DaySchedule.Request, IReadOnlyList<DaySchedule.Line>>(async c => await c.BookedAsync() is var of ? (new(), of.Id, of.Id.ToString()) : default),
        [typeof(FindSlotsTogether)] = new Asked<FindSlotsTogether, FindSlotsTogether.Request, IReadOnlyList<FindSlotsTogether.Option>>(async c => await c.ConfirmedAsync() is var of ? (new(of.Id, null, false, null, null, null, false), of.Id, null) : default),
        [typeof(BookDemoHall)] = new Asked<BookDemoHall, BookDemoHall.Request, BookDemoHall.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id, "fh-1-hall-1", c.App.Clock.GetUtcNow(), c.App.Clock.GetUtcNow().AddHours(1)), of.Id, null) : default),
        [typeof(GetBelongings)] = new Asked<GetBelongings, GetBelongings.Request, IReadOnlyList<GetBelongings.Thing>>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(GetArrangement)] = new Asked<GetArrangement, GetArrangement.Request, GetArrangement.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(GetArchive)] = new Asked<GetArchive, GetArchive.Request, GetArchive.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(GetDrawing)] = new Asked<GetDrawing, GetDrawing.Request, GetDrawing.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(DrawBill)] = new Asked<DrawBill, DrawBill.Request, DrawBill.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id, [new("cremation", "1")]), of.Id, null) : default),
        [typeof(FindAttachments)] = new Asked<FindAttachments, FindAttachments.Request, FindAttachments.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id), of.Id, null) : default),
        [typeof(SeeAttachment)] = new Asked<SeeAttachment, SeeAttachment.Request, SeeAttachment.Reply>(async c => await FieldScenarios.HandedInAsync(c) is var (id, of) ? (new(id, "核对身份", null), of, null) : default),
        [typeof(RecordVisit)] = new Asked<RecordVisit, RecordVisit.Request, RecordVisit.Reply>(async c => await c.ReceivedAsync() is var of ? (new(of.Id, "2026-04-15", "老伴独居"), of.Id, null) : default),
        [typeof(FindSpots)] = new Asked<FindSpots, FindSpots.Request, IReadOnlyList<FindSpots.Spot>>(_ => Task.FromResult<(FindSpots.Request, Guid?, string?)>((new("fh-1", "crew"), null, null))),
        [typeof(FindFurnaces)] = new Asked<FindFurnaces, FindFurnaces.Request, IReadOnlyList<FindFurnaces.Furnace>>(_ => Task.FromResult<(FindFurnaces.Request, Guid?, string?)>((new("fh-1"), null, null))),
    };
}
