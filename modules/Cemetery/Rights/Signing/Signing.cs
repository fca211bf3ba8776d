using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Standards;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>From the form to what a contract would say, cost and be judged: the same for the look before signing and for signing itself.</summary>
internal sealed class Signing(CemeteryDesk desk, Reading reading, IPriceBook prices, LayerChoices layers, Certificates certificates)
{
    /// <param name="Asked">Lines of the bill.</param>
    public sealed record Prepared(
        PersonName? HolderName, IdNumber? HolderId, PhoneNumber? HolderPhone, string? Relation, string? BasisNumber, Guid? CaseId, PersonName? UserName, IdNumber? UserId, RightApproval? Approval,
        DateOnly From, DateOnly? Until, DateOnly? CareUntil, long UseFen, long CareFenPerYear, string? List, IReadOnlyList<PriceAsked> Asked, IReadOnlyList<PricedItem> Priced, IReadOnlyList<Verdict> Verdicts)
    {
        public long Fen => Priced.Sum(p => p.Fen);
    }

    /// <param name="whole">False while the form is still being filled in: what is empty is no fault yet.</param>
    public async Task<Outcome<Prepared>> PrepareAsync(OpenedRight opened, ContractDraft draft, bool whole, CancellationToken ct)
    {
        var (right, position) = (opened.Right, opened.Position);
        var holder = reading.Name(draft.HolderName, nameof(draft.HolderName), "购买人姓名", whole);
        var holderId = reading.Id(draft.HolderIdType, draft.HolderId, nameof(draft.HolderId), "购买人证件号码", whole);
        var phone = reading.Phone(draft.HolderPhone, nameof(draft.HolderPhone), "购买人电话", whole && right.HolderPhone is null);
        var relation = reading.Text(draft.Relation, nameof(draft.Relation), "与使用人关系", 40, whole);
        var user = reading.Name(draft.UserName, nameof(draft.UserName), "使用人姓名", whole);
        var userId = reading.Id(draft.UserIdType, draft.UserId, nameof(draft.UserId), "使用人证件号码", required: false);
        var from = reading.Day(draft.From, nameof(draft.From), "起始日期", required: false) ?? desk.Today;
        var home = string.IsNullOrWhiteSpace(draft.UserDivision) ? null : reading.Place(draft.UserDivision, nameof(draft.UserDivision), "使用人户籍所在区划");
        var number = reading.Text(draft.BasisNumber, nameof(draft.BasisNumber), "证明编号", 60, required: false)?.ToUpperInvariant();
        var note = reading.Text(draft.EvidenceNote, nameof(draft.EvidenceNote), "核对说明", 200, required: false);
        var (years, care) = (Count(draft.Years, nameof(draft.Years), right.Kind == RightKind.Eco ? 0 : null, RightProblems.YearsWrong), Count(draft.CareYears, nameof(draft.CareYears), 0, RightProblems.CareYearsWrong));
        // an old register is brought in by import, never at the counter (invariant I7)
        if (draft.Basis == RightBasis.OldRegister || !Enum.IsDefined(draft.Basis)) reading.Refuse(RightProblems.BasisWrong);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Grounds.AsNoTracking().FirstOrDefaultAsync(g => g.Id == right.Institution, ct) is not { } ground) return RightProblems.NoGround;
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);

        Certificates.Known? known = null;
        RightApproval? approval = null;
        if (whole && PlotRight.NeedsApproval(draft.Basis))
        {
            var matter = ApprovalWords.MatterOf(draft.Basis);
            approval = await desk.Db.RightApprovals.Where(a => a.RightId == right.Id && a.Matter == matter && a.State == ApprovalState.Approved).OrderByDescending(a => a.DecidedAt).FirstOrDefaultAsync(ct);
        }
        else if (draft.Basis is RightBasis.CremationCertificate or RightBasis.DeathCertificate && (whole || number is not null))
        {
            if (!(await certificates.CheckAsync(draft.Basis, number, whole ? note : note ?? "-", user, userId, ct)).Try(out known, out var refused)) return refused;
        }

        DateOnly? until = years > 0 ? from.AddYears(years.Value).AddDays(-1) : null, careUntil = care > 0 ? from.AddYears(care.Value).AddDays(-1) : null;
        var facts = new ContractFacts
        {
            Plot = new(ground.Nature, section.Kind, position.Capacity, position.ForBody, position.AreaCm2, position.Stone, position.StoneHeightCm, position.HardenedCm2),
            Term = new(right.Kind, from, until, from, careUntil),
            Basis = new(draft.Basis, AgeOf(userId)),
            Person = new(ground.Nature, ground.ServiceArea.Length > 0, home is null ? null : ground.Serves(home)),
        };
        var verdicts = PlotStandards.Of(desk.Rules, right.Division, desk.Today).Judge(facts).ToList();
        if (await ManyAsync(right, holderId, ct) is { } many) verdicts.Add(many);
        if (!PlotRight.NeedsApproval(draft.Basis) && await AgainAsync(right, number, ct) is { } again) verdicts.Add(again);

        var asked = new List<PriceAsked>();
        if (section.UseItem is { } use) asked.Add(await layers.AskAsync(right.Institution!, desk.Today, use, position.Layer, years ?? 0, ct));
        if (section.CareItem is { } keep && care > 0) asked.Add(new(right.Institution!, desk.Today, keep, care.Value));
        if (section.UseItem is null) return RightProblems.NotOnList;
        var priced = new List<PricedItem>();
        foreach (var ask in asked)
        {
            if (!(await prices.PriceAsync(ask, ct)).Try(out var price, out var problem)) return problem;
            priced.Add(price);
        }
        var useFen = section.UseItem is null ? 0 : priced[0].Fen;
        return new Prepared(holder, holderId, phone ?? right.HolderPhone, relation, number ?? approval?.Id.ToString("N")[..12].ToUpperInvariant(), known?.CaseId, user ?? known?.Person, userId ?? known?.PersonId, approval,
            from, until, careUntil, useFen, await CareAsync(section, right.Institution!, ct), priced is [var first, ..] ? first.List : null, asked, priced, verdicts);
    }

    /// <summary>More plots in one hand than the rule finds usual: nobody is refused for it, and the supervision sees it.</summary>
    private async Task<Verdict?> ManyAsync(PlotRight right, IdNumber? holder, CancellationToken ct)
    {
        if (holder is null || desk.Rules.Find("plot.buyer.most", right.Division, desk.Today) is not { Ok: true, Value: { } rule } || !int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return null;
        var index = desk.Db.BlindIndex(holder.Normal);
        var had = await desk.Db.AcrossScopes<PlotRight>("同一购买人的墓位数").CountAsync(r => EF.Property<byte[]>(r, "HolderIdIndex") == index && r.Id != right.Id && (r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active), ct);
        return had < most ? null : new(rule.Key, VerdictGrade.Warned, $"不超过{most}个", $"已有{had}个", rule.Source, $"这位购买人已有{had}个墓位，签约后列入合规清单。请核对用途。");
    }

    /// <summary>Somebody may be moved, or rest in parts: the same certificate a second time is told, not refused.</summary>
    private async Task<Verdict?> AgainAsync(PlotRight right, string? number, CancellationToken ct)
    {
        if (number is null || !await desk.Db.AcrossScopes<PlotRight>("同一证明的墓位数").AnyAsync(r => r.BasisNumber == number && r.Id != right.Id && (r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active), ct)) return null;
        return new("plot.sale.requires", VerdictGrade.Warned, "一份证明一个墓位", number, "", "这份证明已经办过一个墓位或者格位。请核对是不是迁葬或者分葬。");
    }

    private async Task<long> CareAsync(Section section, string institution, CancellationToken ct)
        => section.CareItem is { } item && (await prices.PriceAsync(new(institution, desk.Today, item), ct)).Try(out var year, out _) ? year.Fen : 0;

    private int? Count(string? text, string field, int? empty, Problem wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (empty is null) reading.Refuse(wrong.At(field));
            return empty;
        }
        if (int.TryParse(TypedText.Narrow(text).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100 && (number > 0 || empty is not null)) return number;
        reading.Refuse(wrong.At(field));
        return null;
    }

    private int? AgeOf(IdNumber? id)
    {
        if (id?.BirthDate is not { } born) return null;
        var years = desk.Today.Year - born.Year;
        return born.AddYears(years) > desk.Today ? years - 1 : years;
    }
}
