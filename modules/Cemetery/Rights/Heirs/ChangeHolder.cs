using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Standards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Heirs;

/// <summary>更名、继承、转让: as far as the rules of the place allow it, with every registered heir's written consent and, where the rule asks, a second person's.</summary>
internal sealed class ChangeHolder(CemeteryDesk desk, Reading reading) : IUseCase<ChangeHolder.Request, Done>
{
    /// <param name="Change">Rename, Inherit or Transfer.</param>
    public sealed record Request(Guid RightId, string? Change, string? Name, string? Relation, IdType IdType = IdType.IdCard, string? IdNumber = null, string? Phone = null, string? Reason = null);

    public Permission Permission => CemeteryPermissions.PassOnRight;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "新持证人姓名");
        var relation = reading.Text(request.Relation, nameof(request.Relation), "与使用人关系", 40);
        var id = reading.Id(request.IdType, request.IdNumber, nameof(request.IdNumber), "证件号码", required: false);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "电话", required: false);
        var reason = reading.Text(request.Reason, nameof(request.Reason), "原因", 200);
        if (!Enum.TryParse<ChangeKind>(request.Change, out var change) || !Enum.IsDefined(change)) reading.Refuse(RightProblems.ExceptionCode.At(nameof(request.Change)));
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        var right = opened.Right;
        if (!right.Holds) return CemeteryProblems.RightEnded;
        var standards = PlotStandards.Of(desk.Rules, right.Division, desk.Today);
        if (Verdict.ProblemOf(standards.Judge(new ContractFacts { Change = change })) is { } unlawful) return unlawful;
        var heirs = await desk.Db.RightConsents.Where(c => c.RightId == right.Id && c.UsedAt == null).ToListAsync(ct);
        if (heirs.Count == 0) return RightProblems.NoHeirs;
        if (heirs.Exists(h => h.AgreedAt is null)) return RightProblems.HeirSilent;
        if (new ChangeJudge(standards).NeedsApproval(change))
        {
            var matter = change == ChangeKind.Rename ? ApprovalMatter.Rename : ApprovalMatter.Transfer;
            if (await desk.Db.RightApprovals.FirstOrDefaultAsync(a => a.RightId == right.Id && a.Matter == matter && a.State == ApprovalState.Approved, ct) is not { } approval) return RightProblems.Unapproved;
            if (approval.DecidedBy == desk.By.Id) return CemeteryProblems.SecondPerson;
            if (!approval.Use(desk.Now).Try(out _, out problem)) return problem;
        }
        if (!right.PassOn(name!, id, phone, relation!, reason!, desk.Now).Try(out _, out problem)) return problem;
        foreach (var heir in heirs) heir.Use(desk.Now);
        right.Tell("right.holder-changed", new { change = change.ToString(), heirs = heirs.Count });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeHolder, Request, Done>("/cemetery/rights/holder");
}
