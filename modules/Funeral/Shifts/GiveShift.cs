using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Shifts;

/// <summary>交班: the giver signs what the records show and adds a word.</summary>
internal sealed class GiveShift(CaseFile file, Reading reading, OpenMatters matters) : IUseCase<GiveShift.Request, GiveShift.Reply>
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public sealed record Request(string? Remarks);

    public sealed record Reply(Guid Id, string Number);

    public Permission Permission => FuneralPermissions.HandOverShift;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var remarks = reading.Text(request.Remarks, nameof(request.Remarks), "交班说明", 500, required: false);
        if (reading.Problem is { } bad) return bad;
        if (file.By.Institution is not { } home || file.Institution(home) is not { Kind: "funeral-home" }) return ShiftProblems.NoHome;
        if (await file.Db.ShiftHandOvers.AnyAsync(s => s.Institution == home && s.TakenAt == null, ct)) return ShiftProblems.Waiting;
        if (!(await file.NumberAsync("shift", home, ct)).Try(out var number, out var problem)) return problem;
        var given = ShiftHandOver.Give(number, home, JsonSerializer.Serialize(await matters.OfAsync(home, ct), Json), remarks ?? "", file.By.Id, file.Now);
        file.Db.Add(given);
        return new Reply(given.Id, number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveShift, Request, Reply>("/shifts");
}

/// <summary>接班: somebody else of the home signs under their own name.</summary>
internal sealed class TakeShift(CaseFile file, Reading reading) : IUseCase<TakeShift.Request, Done>
{
    public sealed record Request(Guid Id, string? Answer);

    public Permission Permission => FuneralPermissions.HandOverShift;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(request.Answer, nameof(request.Answer), "接班说明", 500, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.ShiftHandOvers.SingleOrDefaultAsync(s => s.Id == request.Id, ct) is not { } given || given.Institution != file.By.Institution) return KernelProblems.NotFound;
        return given.Take(answer ?? "", file.By.Id, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TakeShift, Request, Done>("/shifts/take");
}

/// <summary>交接班记录 of one's home: what is open now, and the last hand-overs.</summary>
internal sealed class FindShifts(CaseFile file, OpenMatters matters, Who who) : IQuestion<FindShifts.Request, FindShifts.Reply>
{
    private const int Most = 30;

    /// <param name="Id">One only, for its sheet.</param>
    public sealed record Request(Guid? Id = null);

    public sealed record Reply(string Home, IReadOnlyList<OpenMatter> Now, IReadOnlyList<Row> Rows);

    public sealed record Row(Guid Id, string Number, IReadOnlyList<OpenMatter> Matters, string Remarks, string GivenBy, string GivenById, DateTimeOffset GivenAt, string? TakenBy, DateTimeOffset? TakenAt, string? Answer);

    public Permission Permission => FuneralPermissions.HandOverShift;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (file.By.Institution is not { } home || file.Institution(home) is not { Kind: "funeral-home" } card) return ShiftProblems.NoHome;
        var rows = await file.Db.ShiftHandOvers.AsNoTracking().Where(s => s.Institution == home && (request.Id == null || s.Id == request.Id)).OrderByDescending(s => s.GivenAt).Take(Most).ToListAsync(ct);
        return new Reply(card.Name, await matters.OfAsync(home, ct), rows.ConvertAll(s => new Row(s.Id, s.Number, JsonSerializer.Deserialize<List<OpenMatter>>(s.Matters, GiveShift.Json) ?? [], s.Remarks, who.Name(s.GivenBy), s.GivenBy, s.GivenAt, s.TakenBy is null ? null : who.Name(s.TakenBy), s.TakenAt, s.Answer)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindShifts, Request, Reply>("/shifts");
}
