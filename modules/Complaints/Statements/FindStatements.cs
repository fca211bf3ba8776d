using Anmin.Complaints.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints.Statements;

/// <summary>What bureaus have asked of one's own institution; open ones first.</summary>
internal sealed class FindStatements(ComplaintsDesk desk) : IQuestion<FindStatements.Request, FindStatements.Reply>
{
    private const int Most = 200;

    public sealed record Request;

    public sealed record Row(Guid Id, StatementKind Kind, string Bureau, string Asked, DateTimeOffset AskedAt, DateTimeOffset Due, DateTimeOffset? GivenAt);

    public sealed record Reply(IReadOnlyList<Row> Rows, DateTimeOffset Now);

    public Permission Permission => ComplaintsPermissions.GiveStatement;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = await desk.Db.Statements.AsNoTracking().Where(s => s.Institution == desk.By.Institution).OrderBy(s => s.GivenAt != null).ThenByDescending(s => s.Id).Take(Most).ToListAsync(ct);
        return new Reply(rows.ConvertAll(s => new Row(s.Id, s.Kind, desk.BureauName(s.Division), s.Asked, s.AskedAt, s.Due, s.GivenAt)), desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindStatements, Request, Reply>("/complaints/statements");
}

/// <summary>One of them. The complainant's name, telephone and words are there only where the complainant allowed it.</summary>
internal sealed class GetStatement(ComplaintsDesk desk, DictionaryBook dictionary) : IQuestion<GetStatement.Request, GetStatement.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Complainant(string? Name, string Phone, string Story);

    public sealed record Reply(Guid Id, StatementKind Kind, string Bureau, string? BureauPhone, string About, string Asked, DateTimeOffset AskedAt, DateTimeOffset Due, string? Given, DateTimeOffset? GivenAt, string GivenBy, Complainant? Complainant, DateTimeOffset Now);

    public Permission Permission => ComplaintsPermissions.GiveStatement;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Statements.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Id && s.Institution == desk.By.Institution, ct) is not { } s) return ComplaintsProblems.NoStatement;
        desk.Context.About(s.Id);
        var told = await desk.Db.AcrossScopes<Complaint>("被问的机构看是哪一类投诉").AsNoTracking().Where(c => c.Id == s.ComplaintId).Select(c => new { c.Kind, c.MayShare, c.About }).FirstAsync(ct);
        // read only where it may be shown; a third institution that is asked never learns who
        var who = told.MayShare && told.About == s.Institution ? await desk.Db.AcrossScopes<Complaint>("投诉人同意告诉被投诉的机构").AsNoTracking().FirstAsync(c => c.Id == s.ComplaintId, ct) : null;
        return new Reply(s.Id, s.Kind, desk.BureauName(s.Division), desk.BureauPhone(s.Division), dictionary.LabelOf(ComplaintsLists.Kind, told.Kind), s.Asked, s.AskedAt, s.Due, s.Given, s.GivenAt, desk.StaffName(s.GivenBy),
            who is { Phone: { } phone } ? new Complainant(who.Name, phone.Reveal(), who.Story) : null, desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetStatement, Request, Reply>("/complaints/statements/one");
}

/// <summary>回复: once, by somebody of the institution that was asked.</summary>
internal sealed class GiveStatement(ComplaintsDesk desk, Reading reading) : IUseCase<GiveStatement.Request, Done>
{
    public sealed record Request(Guid Id, string? Given);

    public Permission Permission => ComplaintsPermissions.GiveStatement;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var given = reading.Text(FileComplaint.OneLine(request.Given), nameof(request.Given), "回复", 1000);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Statements.FirstOrDefaultAsync(s => s.Id == request.Id, ct) is not { } statement) return ComplaintsProblems.NoStatement;
        desk.Context.About(statement.Id);
        if (!statement.Give(given!, desk.By, desk.Now).Try(out var done, out var problem)) return problem;
        await desk.TellAskerAsync(statement, ct);
        return done;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<GiveStatement, Request, Done>("/complaints/statements/give");
}
