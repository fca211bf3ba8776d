using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Letters;

/// <summary>出催缴函 or 公告 for chosen contracts in arrears, all or none. A letter names the way for families in hardship; nothing happens to a grave.</summary>
internal sealed class IssueFeeLetters(FeeDesk fees) : IUseCase<IssueFeeLetters.Request, IssueFeeLetters.Reply>
{
    public const int Most = 300;

    /// <param name="Rights">Those that are due for this kind; others among them are left out and counted.</param>
    public sealed record Request(FeeLetterKind Kind, IReadOnlyList<Guid> Rights);

    /// <param name="LeftOut">Paid, disputed, not yet due for it, or told before.</param>
    public sealed record Reply(Guid Batch, IReadOnlyList<string> Numbers, int LeftOut, long Fen);

    public Permission Permission => CemeteryPermissions.ChargeFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var wanted = (request.Rights ?? []).Distinct().ToList();
        if (wanted.Count == 0) return FeeProblems.NothingChosen;
        if (wanted.Count > Most) return FeeProblems.TooMany;
        if (!(await LetterQueue.DueAsync(fees, request.Kind, fees.Db.PlotRights.Where(r => wanted.Contains(r.Id)), ct)).Try(out var due, out var problem)) return problem;
        if (due.Count == 0) return FeeProblems.NothingChosen;
        var batch = Guid.CreateVersion7();
        List<string> numbers = [];
        foreach (var (right, years, fen) in due)
        {
            if (!(await fees.Desk.NumberAsync("cemetery-letter", right.Institution!, ct)).Try(out var number, out problem)) return problem;
            fees.Db.Add(new FeeLetter
            {
                Number = number,
                RightId = right.Id,
                Division = right.Division,
                Institution = right.Institution,
                OpenedBy = fees.Desk.By.Id,
                Origin = fees.Desk.By.Institution,
                Kind = request.Kind,
                PaidUntil = right.CarePaidUntil!.Value,
                OweUntil = right.CarePaidUntil.Value.AddDays(1).AddYears(years).AddDays(-1),
                Years = years,
                Fen = fen,
                IssuedOn = fees.Desk.Today,
                IssuedBy = fees.Desk.By.Id,
                Batch = batch,
            });
            right.Tell(request.Kind == FeeLetterKind.Urge ? "right.arrears-letter" : "right.arrears-public", new { number, years, fen });
            numbers.Add(number);
        }
        return new Reply(batch, numbers, wanted.Count - due.Count, due.Sum(d => d.Fen));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<IssueFeeLetters, Request, Reply>("/cemetery/fees/letters");
}

/// <summary>预览: how many letters, and the sum they ask for, before anything is issued.</summary>
internal sealed class PreviewFeeLetters(FeeDesk fees) : IQuestion<PreviewFeeLetters.Request, PreviewFeeLetters.Reply>
{
    /// <param name="Rights">Those chosen; all that are due, up to the most of one batch, where null.</param>
    public sealed record Request(FeeLetterKind Kind, IReadOnlyList<Guid>? Rights = null);

    public sealed record Row(Guid RightId, string? Number, string Place, string? Holder, DateOnly PaidUntil, int Years, long Fen);

    public sealed record Reply(IReadOnlyList<Row> Rows, long Fen, bool Cut);

    public Permission Permission => CemeteryPermissions.ChargeFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Rights is { Count: 0 }) return FeeProblems.NothingTicked;
        var rights = request.Rights is { } chosen ? fees.Db.PlotRights.Where(r => chosen.Contains(r.Id)) : fees.Db.PlotRights;
        if (!(await LetterQueue.DueAsync(fees, request.Kind, rights.AsNoTracking(), ct)).Try(out var due, out var problem)) return problem;
        var names = await PlaceNames.OfAsync(fees.Db, [.. due.Select(d => d.Right.PositionId)], ct);
        return new Reply([.. due.Take(IssueFeeLetters.Most).Select(d => new Row(d.Right.Id, d.Right.Number, names.GetValueOrDefault(d.Right.PositionId, ""), d.Right.HolderName?.Text, d.Right.CarePaidUntil!.Value, d.Years, d.Fen))],
            due.Take(IssueFeeLetters.Most).Sum(d => d.Fen), due.Count > IssueFeeLetters.Most);
    }
}

/// <summary>Which contracts are due for which letter, by the rules of the place.</summary>
internal static class LetterQueue
{
    public sealed record Due(PlotRight Right, int Years, long Fen);

    public static async Task<Outcome<IReadOnlyList<Due>>> DueAsync(FeeDesk fees, FeeLetterKind kind, IQueryable<PlotRight> rights, CancellationToken ct)
    {
        if (!fees.Number("care.arrears.letter.after", fees.Desk.By.Division, out var letter).Try(out _, out var problem)) return problem;
        if (!fees.Number("care.arrears.notice.after", fees.Desk.By.Division, out var publish).Try(out _, out problem)) return problem;
        var today = fees.Desk.Today;
        var due = kind == FeeLetterKind.Urge ? Urge(fees, rights, today.AddDays(-letter)) : Public(fees, rights, today.AddDays(-publish));
        var found = await due.OrderBy(r => r.CarePaidUntil).ThenBy(r => r.Id).Take(IssueFeeLetters.Most + 1).ToListAsync(ct);
        return found.ConvertAll(r => FeeDesk.Arrears(r.CarePaidUntil, r.TermFrom, r.CareFenPerYear, today) is var (years, fen) ? new Due(r, years, fen) : throw new InvalidOperationException());
    }

    /// <summary>In force, not disputed, and paid no further than <paramref name="before"/>, without a letter for it.</summary>
    public static IQueryable<PlotRight> Urge(FeeDesk fees, IQueryable<PlotRight> rights, DateOnly before)
    {
        var letters = fees.Db.FeeLetters;
        return rights.Where(r => r.State == RightState.Active && r.DisputedSince == null && r.CareFenPerYear > 0 && r.CarePaidUntil < before && !letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Urge && l.PaidUntil == r.CarePaidUntil));
    }

    /// <summary>Told by letter long enough ago, and not yet in public.</summary>
    public static IQueryable<PlotRight> Public(FeeDesk fees, IQueryable<PlotRight> rights, DateOnly before)
    {
        var letters = fees.Db.FeeLetters;
        return rights.Where(r => r.State == RightState.Active && r.DisputedSince == null && letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Urge && l.PaidUntil == r.CarePaidUntil && l.IssuedOn <= before)
            && !letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Public && l.PaidUntil == r.CarePaidUntil));
    }
}
