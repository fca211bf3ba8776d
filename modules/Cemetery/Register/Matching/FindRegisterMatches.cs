using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register.Loading;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Matching;

/// <summary>待核对: persons of an import who may be the person of a case, the surer ones first.</summary>
internal sealed class FindRegisterMatches(RegisterDesk desk) : IQuestion<FindRegisterMatches.Request, FindRegisterMatches.Reply>
{
    private const int Most = 100;

    public sealed record Request(Guid ImportId);

    public sealed record Row(Guid Id, string Name, DateOnly? DiedOn, string Position, string CaseNumber, string CaseName, DateOnly? CaseDiedOn, MatchStrength Strength);

    public sealed record Reply(string FileName, IReadOnlyList<Row> Rows, int Open);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.ImportId, ct)).Try(out var import, out var problem)) return problem;
        var rows = await (
            from m in desk.Db.RegisterMatches.AsNoTracking()
            join i in desk.Db.Interments on m.IntermentId equals i.Id
            join p in desk.Db.Positions on i.PositionId equals p.Id
            join s in desk.Db.Sections on p.SectionId equals s.Id
            where m.ImportId == import.Id && m.State == MatchState.Open
            orderby m.Strength, m.Id
            select new { m, Name = i.PersonName, i.DiedOn, Section = s.Name, s.Kind, p.Row, p.Layer, p.Number }).Take(Most).ToListAsync(ct);
        var open = await desk.Db.RegisterMatches.CountAsync(m => m.ImportId == import.Id && m.State == MatchState.Open, ct);
        return new Reply(import.FileName, [.. rows.Select(r => new Row(r.m.Id, r.Name.Text, r.DiedOn, PositionWords.Of(r.Section, r.Kind, r.Row, r.Layer, r.Number), r.m.CaseNumber, r.m.CaseName.Text, r.m.CaseDiedOn, r.m.Strength))], open);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindRegisterMatches, Request, Reply>("/cemetery/register/matches");
}

/// <summary>核对: whether the person of an old register and the person of a case are one. The interment is linked with the case, or the pair is never shown again.</summary>
internal sealed class JudgeRegisterMatch(RegisterDesk desk) : IUseCase<JudgeRegisterMatch.Request, Done>
{
    public sealed record Request(Guid MatchId, bool Same);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.RegisterMatches.FirstOrDefaultAsync(m => m.Id == request.MatchId, ct) is not { } match || !(await desk.OpenAsync(match.ImportId, ct)).Try(out var import, out _)) return RegisterProblems.NoMatch;
        if (!match.Judge(request.Same, desk.Desk.By.Id, desk.Desk.Now).Try(out _, out var problem)) return problem;
        import.Judge(match);
        if (!request.Same) return Done.It;
        var interment = await desk.Db.Interments.FirstAsync(i => i.Id == match.IntermentId, ct);
        if (!interment.Rests) return CemeteryProblems.RemovedAlready;
        interment.Link(match.CaseId);
        foreach (var other in await desk.Db.RegisterMatches.Where(m => m.IntermentId == match.IntermentId && m.State == MatchState.Open && m.Id != match.Id).ToListAsync(ct)) other.Judge(false, desk.Desk.By.Id, desk.Desk.Now);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<JudgeRegisterMatch, Request, Done>("/cemetery/register/matches/judge");
}
