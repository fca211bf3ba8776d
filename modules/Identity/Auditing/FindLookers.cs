using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Auditing;

/// <summary>谁看过这个人: everybody who touched one record, each with how often, what was unmasked or taken out, and when first and last.</summary>
internal sealed class FindLookers(AuditFilter filter, CommandContext context) : IQuestion<FindLookers.Request, FindLookers.Reply>
{
    /// <param name="Subject">Number of the case, exact name of the deceased, or the record's id; one record.</param>
    public sealed record Request(string Subject);

    /// <param name="Times">Deeds that succeeded.</param>
    /// <param name="Revealed">Of these, hidden facts shown.</param>
    /// <param name="Exported">Of these, taken out.</param>
    /// <param name="Refused">Tried, and refused.</param>
    public sealed record Person(string Id, string Name, string Post, int Times, int Revealed, int Exported, int Refused, DateTimeOffset First, DateTimeOffset Last);

    public sealed record Reply(RecordName Record, IReadOnlyList<Person> People);

    public Permission Permission => IdentityPermissions.ReadAudit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await filter.ReadAsync(new FindAudit.Request(Subject: request.Subject), ct)).Try(out var chosen, out var problem)) return problem;
        if (chosen.Records is not [var record]) return IdentityProblems.SeveralRecords;
        var people = await chosen.Rows.GroupBy(a => a.ActorId).Select(g => new
        {
            Id = g.Key,
            Name = g.Max(a => a.ActorName)!,
            Post = g.Max(a => a.Post)!,
            Times = g.Count(a => a.Result == "ok"),
            Revealed = g.Count(a => a.Result == "ok" && a.UseCase.StartsWith("Reveal")),
            Exported = g.Count(a => a.Result == "ok" && a.UseCase.StartsWith("Export")),
            Refused = g.Count(a => a.Result != "ok"),
            First = g.Min(a => a.At),
            Last = g.Max(a => a.At),
        }).ToListAsync(ct);
        // looking at who looked is itself a look: by the audit, not at the person's data
        context.About(record.Id, "查看谁看过");
        return new Reply(record, [.. people.OrderByDescending(p => p.Last).Select(p => new Person(p.Id, p.Name, p.Post, p.Times, p.Revealed, p.Exported, p.Refused, p.First, p.Last))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindLookers, Request, Reply>("/audit/lookers");
}
