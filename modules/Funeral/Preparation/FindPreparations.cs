using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Preparation;

/// <summary>整理工单: what is to be done next, first by time; photos as a count and when, never the picture.</summary>
internal sealed class FindPreparations(CaseFile file, DictionaryBook dictionary, Who who) : IQuestion<FindPreparations.Request, FindPreparations.Reply>
{
    private const int Most = 100;

    /// <param name="State">open (default), mine, done.</param>
    /// <param name="Case">Only of this case.</param>
    public sealed record Request(string? State = null, Guid? Case = null);

    public sealed record Photo(Guid Id, PhotoMoment Moment, string By, DateTimeOffset At, DateTimeOffset DeleteAfter, bool Gone);

    public sealed record Order(
        Guid Id, Guid CaseId, string Number, string Person, string CaseNumber, string Kind, PreparationState State, string Word, bool Infectious, bool OnHold, string Place, BodyPlace At, string? Tag,
        bool ConsentNeeded, string? ConsentBy, string Consent, string Wishes, string? AssignedTo, string? Room, DateTimeOffset OrderedAt, DateTimeOffset? WantedAt, string? StartedBy, DateTimeOffset? StartedAt, string? FinishedBy, DateTimeOffset? FinishedAt,
        string Materials, string Protection, IReadOnlyList<Photo> Photos);

    public sealed record Reply(IReadOnlyList<Order> Orders, int Open, int Mine, bool Cut, DateTimeOffset Now);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!file.By.May(FuneralPermissions.Prepare) && !file.By.May(FuneralPermissions.OrderPreparation)) return KernelProblems.Denied(FuneralPermissions.Prepare.Label);
        if (request.State is { Length: > 0 } asked && asked is not ("open" or "mine" or "done")) return FuneralProblems.FilterUnknown with { Field = nameof(request.State) };
        var me = file.By.Id;
        var all = from o in file.Db.Preparations.AsNoTracking() join c in file.Db.DeathCases.AsNoTracking() on o.CaseId equals c.Id select new { o, c };
        if (request.Case is { } one) all = all.Where(x => x.c.Id == one);
        var open = all.Where(x => x.o.State == PreparationState.Ordered || x.o.State == PreparationState.Started);
        var mine = open.Where(x => x.o.AssignedTo == me || x.o.StartedBy == me);
        var rows = await (request.State switch
        {
            "done" => all.Where(x => x.o.State == PreparationState.Finished || x.o.State == PreparationState.Cancelled).OrderByDescending(x => x.o.Id),
            // what is being done first, then by when it is wanted; without a time last
            _ => (request.State == "mine" ? mine : open).OrderBy(x => x.o.State == PreparationState.Started ? 0 : 1).ThenBy(x => x.o.WantedAt == null).ThenBy(x => x.o.WantedAt).ThenBy(x => x.o.Id),
        }).Take(Most + 1).Select(x => new { x.o, x.c.Name, x.c.Unidentified, x.c.Number, x.c.Remains!.Place, x.c.Remains.PlaceId, x.c.Remains.Tag, OnHold = x.c.Holds.Any(h => h.LiftedAt == null), Consent = x.c.Handlers.Where(h => h.Id == x.o.ConsentBy).Select(h => h.Name).FirstOrDefault() }).ToListAsync(ct);
        var cut = rows.Count > Most;
        if (cut) rows.RemoveAt(Most);
        var ids = rows.ConvertAll(r => r.o.Id);
        var photos = (await file.Db.PreparationPhotos.AsNoTracking().Where(p => ids.Contains(p.OrderId)).OrderBy(p => p.TakenAt).Select(p => new { p.OrderId, p.Id, p.Moment, p.TakenBy, p.TakenAt, p.DeleteAfter, p.DeletedAt }).ToListAsync(ct)).ToLookup(p => p.OrderId, p => new Photo(p.Id, p.Moment, who.Name(p.TakenBy), p.TakenAt, p.DeleteAfter, p.DeletedAt is not null));
        var places = await who.PlacesAsync(rows.SelectMany(r => (string[])[r.PlaceId, r.o.Room ?? ""]), ct);
        return new Reply([.. rows.Select(r => new Order(r.o.Id, r.o.CaseId, r.o.Number, FindCases.NameOf(r.Name, r.Unidentified), r.Number, dictionary.LabelOf(PreparationTables.Kinds, r.o.Kind), r.o.State, PreparationWords.Of(r.o.State), r.o.Infectious, r.OnHold,
            PlaceWords.Of(r.Place.ToString(), r.PlaceId, places), r.Place, r.Tag, r.o.ConsentNeeded, r.Consent?.Text, r.o.Consent, r.o.Wishes, r.o.AssignedTo is null ? null : who.Name(r.o.AssignedTo), r.o.Room is null ? null : places.GetValueOrDefault(r.o.Room, r.o.Room),
            r.o.OrderedAt, r.o.WantedAt, r.o.StartedBy is null ? null : who.Name(r.o.StartedBy), r.o.StartedAt, r.o.FinishedBy is null ? null : who.Name(r.o.FinishedBy), r.o.FinishedAt, r.o.Materials, r.o.Protection, [.. photos[r.o.Id]]))],
            await open.CountAsync(ct), await mine.CountAsync(ct), cut, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPreparations, Request, Reply>("/preparations");
}

internal static class PreparationWords
{
    public static string Of(PreparationState state) => state switch { PreparationState.Ordered => "待开始", PreparationState.Started => "进行中", PreparationState.Finished => "已完成", _ => "已停止" };
}
