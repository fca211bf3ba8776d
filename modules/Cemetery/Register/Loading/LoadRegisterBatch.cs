using Anmin.Cemetery.Register.Matching;
using Anmin.Cemetery.Register.Rows;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>
/// Writes the next batch of a confirmed import: one transaction that also marks it done, so that whoever comes after a kill goes on where it ended
/// and writes nothing twice. What was loaded meanwhile by another file is passed over; what came into the way is returned with its reason.
/// </summary>
internal sealed class LoadRegisterBatch(RegisterDesk desk, RegisterReader reader, KnownPlots known, Packing packing, MatchProposals proposals) : IUseCase<LoadRegisterBatch.Request, LoadRegisterBatch.Reply>
{
    public sealed record Request(Guid ImportId);

    /// <param name="Left">Batches that still wait.</param>
    public sealed record Reply(int Batch, int Plots, int Left);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.ImportId, ct)).Try(out var import, out var problem)) return problem;
        if (import.State != RegisterState.Loading || await NextAsync(desk.Db, import.Id, ct) is not { } batch) return RegisterProblems.NoBatch;
        var (faults, now) = (new List<RowFault>(), desk.Desk.Now);
        var plots = Plots(reader, packing.Open(batch.Packed), desk.Desk.Today, faults);
        var sections = await known.SectionsAsync(import.Institution!, ct);
        var (fresh, knownRows) = await known.SiftAsync(import.Institution!, sections, plots, faults, track: true, ct);
        var rows = new PlotRows(import, desk.Desk.By with { Id = import.ConfirmedBy!, Institution = import.Institution }, now);
        var cases = await proposals.AskAsync([.. fresh.SelectMany(p => p.Plot.Persons)], ct);
        foreach (var plot in fresh) rows.Add(plot, cases.Exact);
        await rows.WriteAsync(desk.Db, ct);
        await desk.Db.AddRowsAsync(cases.Propose(import.Id, rows.Resting), ct);
        var bad = Returned(import.Id, plots, faults, packing);
        desk.Db.AddRange(bad);
        import.Load(batch.No, new(rows.Plots, rows.Rights, rows.Resting.Count, knownRows, bad.Count), batch.Digest, now);
        batch.DoneAt = now;
        return new Reply(batch.No, rows.Plots, import.Batches - import.BatchesDone);
    }

    public static Task<RegisterBatch?> NextAsync(AnminDb db, Guid import, CancellationToken ct)
        => db.RegisterBatches.Where(b => b.ImportId == import && b.DoneAt == null).OrderBy(b => b.No).FirstOrDefaultAsync(ct);

    public static List<OldPlot> Plots(RegisterReader reader, IReadOnlyList<RegisterRow> rows, DateOnly today, List<RowFault> faults)
        => [.. rows.GroupBy(Together.PlaceOf).Select(g => reader.Read([.. g], today, faults)).OfType<OldPlot>()];

    private static List<RegisterFault> Returned(Guid import, List<OldPlot> plots, List<RowFault> faults, Packing packing)
    {
        var reasons = faults.ToLookup(f => f.Row, f => f.Sentence);
        return [.. plots.Where(p => p.Rows.Any(r => reasons.Contains(r.Number))).SelectMany(p => p.Rows.Select(r => new RegisterFault
        {
            ImportId = import,
            Row = r.Number,
            Reasons = string.Join('\n', reasons.Contains(r.Number) ? reasons[r.Number] : p.Rows.SelectMany(o => reasons[o.Number])),
            Packed = packing.Pack([r]).Packed,
        }))];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<LoadRegisterBatch, Request, Reply>("/cemetery/register/load");
}

/// <summary>A batch that the database refuses is tried in two halves, until the one position that it refuses stands alone and is returned with the reason.</summary>
internal sealed class SplitRegisterBatch(RegisterDesk desk, Packing packing) : IUseCase<SplitRegisterBatch.Request, Done>
{
    /// <param name="Reason">What the database refused the batch for.</param>
    public sealed record Request(Guid ImportId, string Reason);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.ImportId, ct)).Try(out var import, out var problem)) return problem;
        if (import.State != RegisterState.Loading || await LoadRegisterBatch.NextAsync(desk.Db, import.Id, ct) is not { } batch) return RegisterProblems.NoBatch;
        var plots = packing.Open(batch.Packed).GroupBy(Together.PlaceOf).ToList();
        batch.DoneAt = desk.Desk.Now;
        if (plots.Count == 1)
        {
            var rows = plots[0].ToList();
            desk.Db.AddRange(rows.Select(r => new RegisterFault { ImportId = import.Id, Row = r.Number, Reasons = "整行：" + request.Reason, Packed = packing.Pack([r]).Packed }));
            import.Split(batch.No, gaveUp: true, rows.Count, desk.Desk.Now);
            return Done.It;
        }
        var last = await desk.Db.RegisterBatches.Where(b => b.ImportId == import.Id).MaxAsync(b => b.No, ct);
        foreach (var half in plots.Chunk((plots.Count + 1) / 2))
        {
            var (packed, digest) = packing.Pack([.. half.SelectMany(p => p)]);
            desk.Db.Add(new RegisterBatch { ImportId = import.Id, No = ++last, Plots = half.Length, Packed = packed, Digest = digest });
        }
        import.Split(batch.No, gaveUp: false, 0, desk.Desk.Now);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SplitRegisterBatch, Request, Done>("/cemetery/register/split");
}
