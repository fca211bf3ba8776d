using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.Public;

/// <summary>海葬、撒散 to come: dates, places left, what is paid back and what to bring. For anybody; nobody's name is in it.</summary>
internal sealed class FindPublicGroups(GroupDesk groups) : IQuestion<FindPublicGroups.Request, FindPublicGroups.Reply>
{
    private const string Why = "公众查海葬、撒散批次";
    private const int Most = 60;

    /// <param name="Number">Of one group; all to come where null.</param>
    public sealed record Request(string? Number = null);

    /// <param name="Left">Persons that still fit; 0 where nobody can sign up.</param>
    public sealed record Line(string Number, GroupKind Kind, GroupState State, bool MaySignUp, string Home, string Phone, DateTimeOffset DepartsAt, DateOnly SignUpUntil, string Craft, string Meet, int Left, int RelativesLeft, int MostCompanions, string? Remark, string? Reason, GroupSubsidy? Subsidy, IReadOnlyList<string> Bring);

    public sealed record Reply(DateTimeOffset At, IReadOnlyList<Line> Lines);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var desk = groups.Desk;
        var (now, today) = (desk.Now, desk.Today);
        var all = desk.Db.AcrossScopes<EcoBurialGroup>(Why).AsNoTracking();
        all = request.Number is { Length: > 0 } number ? all.Where(g => g.Number == number) : all.Where(g => g.State == GroupState.Postponed || (g.State == GroupState.Open || g.State == GroupState.Closed) && g.DepartsAt > now);
        var found = await all.OrderBy(g => g.DepartsAt).Take(Most).ToListAsync(ct);
        if (request.Number is { Length: > 0 } && found.Count == 0) return GroupProblems.NoGroup;
        return new Reply(now, [.. found.OrderBy(g => g.State == GroupState.Postponed).ThenBy(g => g.DepartsAt).Select(Of)]);

        Line Of(EcoBurialGroup g)
        {
            var (home, day, open) = (desk.Institution(g.Institution), groups.DayOf(g.DepartsAt), g.Refuses(0, today, now) is null);
            return new(g.Number, g.Kind, g.State, open, home?.Name ?? "", home?.Phone ?? "", g.DepartsAt, g.SignUpUntil, g.Craft, g.Meet, open ? g.MostPersons - g.Signed : 0, open ? g.MostRelatives - g.Relatives : 0,
                desk.MostCompanions(g.Kind, g.Division).Try(out var most, out _) ? most : 0, g.Remark, g.Reason, desk.Subsidy(g.Kind, g.Division, day), desk.Bring(g.Kind, g.Division, day));
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPublicGroups, Request, Reply>("/public/eco-groups");
}
