using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Rights.Heirs;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Cemetery.Rights.Payments;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Rights.Renewals;
using Anmin.Cemetery.Rights.Showing;
using Anmin.Cemetery.Rights.Signing;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Journal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>From a hold to the end of a right, and everything that is refused on the way.</summary>
public abstract class ContractTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_plot_is_held_signed_paid_and_certified()
    {
        var position = (await App.PositionsAsync())[0];
        var signed = await App.SignedAsync(position);
        signed.Number.ShouldStartWith("GM-");
        signed.DueFen.ShouldBe(95_000 + 20 * 2_000);
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Contracted);
        (await App.DoAsync<ActivateRight, ActivateRight.Request, ActivateRight.Reply>("公墓档案", new(signed.RightId))).Problem!.Code.ShouldBe("cemetery.right.unpaid");
        await App.PaidAsync(signed);
        var certificate = Yard.Must(await App.DoAsync<ActivateRight, ActivateRight.Request, ActivateRight.Reply>("公墓档案", new(signed.RightId))).Certificate;
        var right = await App.RightAsync(signed.RightId);
        (right.State, right.Certificate, right.TermUntil, right.CarePaidUntil).ShouldBe((RightState.Active, certificate, right.SignedOn!.Value.AddYears(20).AddDays(-1), right.SignedOn!.Value.AddYears(20).AddDays(-1)));
        var shown = Yard.Must(await App.DoAsync<GetRight, GetRight.Request, GetRight.Reply>("公墓负责人", new(signed.RightId)));
        shown.Timeline.Count.ShouldBeGreaterThanOrEqualTo(5);
        shown.HolderPhone.ShouldBe("138****5678");
    }

    [Fact]
    public async Task The_same_key_holds_and_signs_once()
    {
        var position = (await App.PositionsAsync())[0];
        var held = Yard.Must(await App.HoldAsync(position, key: "hold-" + position.Code));
        Yard.Must(await App.HoldAsync(position, key: "hold-" + position.Code)).ShouldBe(held);
        var signed = Yard.Must(await App.SignAsync(held.RightId, key: "sign-" + position.Code));
        Yard.Must(await App.SignAsync(held.RightId, key: "sign-" + position.Code)).Number.ShouldBe(signed.Number);
        (await App.RightAsync(held.RightId)).Terms.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_is_denied_and_another_ground_sees_nothing()
    {
        var position = (await App.PositionsAsync())[0];
        (await App.HoldAsync(position, "公墓园务")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.HoldAsync(position, "外公墓销售")).Problem!.Code.ShouldBe("cemetery.position.unknown");
        var held = Yard.Must(await App.HoldAsync(position)).RightId;
        (await App.SignAsync(held, persona: "外公墓销售")).Problem!.Code.ShouldBe("cemetery.right.unknown");
        (await App.SignAsync(held, persona: "公墓园务")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.DoAsync<GetRight, GetRight.Request, GetRight.Reply>("外公墓档案", new(held))).Problem!.Code.ShouldBe("cemetery.right.unknown");
        Yard.Must(await App.DoAsync<FindRights, FindRights.Request, FindRights.Reply>("外公墓销售", new())).Rows.ShouldNotContain(r => r.Id == held);
    }

    [Fact]
    public async Task A_hold_lapses_and_the_next_family_is_served_before_the_round_comes()
    {
        var position = (await App.PositionsAsync())[0];
        var first = Yard.Must(await App.HoldAsync(position)).RightId;
        (await App.HoldAsync(position, "公墓销售乙")).Problem!.Code.ShouldBe("cemetery.position.taken");
        App.Clock.Advance(TimeSpan.FromHours(25));
        (await App.SignAsync(first)).Problem!.Code.ShouldBe("cemetery.right.lapsed");
        Yard.Must(await App.HoldAsync(position, "公墓销售乙"));
        (await App.RightAsync(first)).State.ShouldBe(RightState.Lapsed);
        App.Clock.Advance(TimeSpan.FromHours(25));
        Yard.Must(await App.DoAsync<LapseRights, LapseRights.Request, LapseRights.Reply>("公墓销售", new())).Lapsed.ShouldBeGreaterThanOrEqualTo(1);
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Available);
    }

    [Fact]
    public async Task One_telephone_holds_no_more_than_the_rule_allows()
    {
        var positions = await App.PositionsAsync(3);
        Yard.Must(await App.HoldAsync(positions[0], phone: "13900000001"));
        Yard.Must(await App.HoldAsync(positions[1], phone: "13900000001"));
        (await App.HoldAsync(positions[2], phone: "13900000001")).Problem!.Code.ShouldBe("cemetery.hold.too-many");
        Yard.Must(await App.HoldAsync(positions[2], phone: "13900000002"));
    }

    [Theory]
    [InlineData("40", "20", "cemetery.standards.plot.term.max")]
    [InlineData("20", "40", "cemetery.standards.plot.fee.prepay.max")]
    [InlineData("二十", "20", "cemetery.contract.years")]
    [InlineData("", "20", "cemetery.contract.years")]
    [InlineData("20", "-1", "cemetery.contract.care-years")]
    public async Task Years_beyond_the_law_and_years_that_are_none_are_refused(string years, string care, string code)
    {
        var held = Yard.Must(await App.HoldAsync((await App.PositionsAsync())[0])).RightId;
        (await App.SignAsync(held, Counter.Draft with { Years = years, CareYears = care })).Problem!.Code.ShouldBe(code);
        (await App.RightAsync(held)).State.ShouldBe(RightState.Held);
    }

    [Fact]
    public async Task What_was_checked_of_a_certificate_from_elsewhere_stays_with_the_right_and_the_journal_has_its_digest_only()
    {
        var held = Yard.Must(await App.HoldAsync((await App.PositionsAsync())[0])).RightId;
        Yard.Must(await App.SignAsync(held, Counter.Draft with { EvidenceNote = "周桂兰的证明，向外地馆电话核对" }));
        var right = await App.RightAsync(held);
        right.EvidenceNote.ShouldBe("周桂兰的证明，向外地馆电话核对");
        var told = await App.ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == held && e.Kind == "right.evidence-noted").Select(e => e.Data).SingleAsync());
        told.ShouldNotContain("周桂兰");
        told.ShouldContain(PlotRight.EvidenceDigest(right.EvidenceSalt!, right.EvidenceNote!));
    }

    [Fact]
    public async Task A_certificate_of_ours_that_is_not_valid_is_refused_and_one_from_elsewhere_needs_a_note()
    {
        var held = Yard.Must(await App.HoldAsync((await App.PositionsAsync())[0])).RightId;
        (await App.SignAsync(held, Counter.Draft with { BasisNumber = "HH-321302001-2026-999999-A" })).Problem!.Code.ShouldBe("cemetery.contract.certificate-void");
        (await App.SignAsync(held, Counter.Draft with { EvidenceNote = null })).Problem!.Code.ShouldBe("cemetery.contract.certificate-elsewhere");
        (await App.SignAsync(held, Counter.Draft with { Basis = RightBasis.OldRegister })).Problem!.Code.ShouldBe("cemetery.contract.basis");
        (await App.SignAsync(held, Counter.Draft with { BasisNumber = null })).Problem!.Code.ShouldBe("cemetery.contract.certificate-missing");
        Yard.Must(await App.SignAsync(held));
    }

    [Fact]
    public async Task An_exception_needs_evidence_and_another_person_and_serves_once()
    {
        var held = Yard.Must(await App.HoldAsync((await App.PositionsAsync())[0])).RightId;
        var draft = Counter.Draft with { Basis = RightBasis.LivingSpouse, BasisNumber = null, EvidenceNote = null };
        (await App.SignAsync(held, draft)).Problem!.Code.ShouldBe("cemetery.right.exception");
        (await App.DoAsync<AskException, AskException.Request, AskException.Reply>("公墓销售", new(held, ApprovalMatter.LivingSpouse, " "))).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        var asked = Yard.Must(await App.DoAsync<AskException, AskException.Request, AskException.Reply>("公墓销售", new(held, ApprovalMatter.LivingSpouse, "结婚证、先逝者安葬证"))).ExceptionId;
        (await App.DoAsync<AskException, AskException.Request, AskException.Reply>("公墓销售", new(held, ApprovalMatter.LivingSpouse, "再问一次"))).Problem!.Code.ShouldBe("cemetery.exception.open");
        (await App.SignAsync(held, draft)).Problem!.Code.ShouldBe("cemetery.right.exception");
        (await App.DoAsync<DecideException, DecideException.Request, Done>("公墓销售", new(asked, true))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await App.DoAsync<DecideException, DecideException.Request, Done>("外公墓负责人", new(asked, true))).Problem!.Code.ShouldBe("cemetery.exception.unknown");
        Yard.Must(await App.DoAsync<DecideException, DecideException.Request, Done>("公墓负责人", new(asked, true)));
        (await App.DoAsync<DecideException, DecideException.Request, Done>("县局", new(asked, false, "再想想"))).Problem!.Code.ShouldBe("cemetery.exception.decided");
        Yard.Must(await App.SignAsync(held, draft));
        var right = await App.RightAsync(held);
        (right.ApprovedBy, right.Basis).ShouldBe((App.IdOf("公墓负责人"), RightBasis.LivingSpouse));
        (await App.ReadAsync(db => db.RightApprovals.AsNoTracking().FirstAsync(a => a.Id == asked))).State.ShouldBe(ApprovalState.Used);
    }

    [Fact]
    public async Task The_database_alone_refuses_an_exception_decided_by_who_asked()
    {
        var held = Yard.Must(await App.HoldAsync((await App.PositionsAsync())[0])).RightId;
        var asked = Yard.Must(await App.DoAsync<AskException, AskException.Request, AskException.Reply>("公墓销售", new(held, ApprovalMatter.Aged, "身份证"))).ExceptionId;
        await Refused($"update cemetery_exception set state = 'Approved', decided_by = asked_by, decided_at = asked_at where evidence = '身份证' and state = 'Asked'", "cemetery_exception_two");
        await Refused("update cemetery_exception set state = 'Used', decided_by = 'x', decided_at = asked_at, used_at = asked_at where state = 'Asked'", "guard_exception_once");
        Yard.Must(await App.DoAsync<DecideException, DecideException.Request, Done>("公墓负责人", new(asked, false, "年龄不够")));
        await Refused("update cemetery_exception set state = 'Approved' where state = 'Refused'", "guard_exception_kept");
    }

    [Fact]
    public async Task Money_that_comes_after_the_contract_lapsed_is_kept_and_the_plot_is_not_sold_twice()
    {
        var position = (await App.PositionsAsync())[0];
        var signed = await App.SignedAsync(position);
        App.Clock.Set(signed.PayBy.AddMinutes(1));
        var second = Yard.Must(await App.HoldAsync(position, "公墓销售乙")).RightId;
        await App.PaidAsync(signed);
        await App.PaidAsync(signed);
        (await App.RightAsync(signed.RightId)).State.ShouldBe(RightState.Lapsed);
        (await App.RightAsync(second)).State.ShouldBe(RightState.Held);
        var open = Yard.Must(await App.DoAsync<FindLatePayments, FindLatePayments.Request, FindLatePayments.Reply>("公墓财务", new())).Rows.Where(r => r.RightId == signed.RightId).ToList();
        open.ShouldHaveSingleItem().Fen.ShouldBe(signed.DueFen);
        Yard.Must(await App.DoAsync<RefundLatePayment, RefundLatePayment.Request, Done>("公墓销售", new(open[0].Id, "退费单 TF-1")));
        (await App.DoAsync<RefundLatePayment, RefundLatePayment.Request, Done>("公墓销售", new(open[0].Id, "退费单 TF-2"))).Problem!.Code.ShouldBe("cemetery.late-payment.settled");
        await Refused("delete from cemetery_late_payment", "guard_late_payment_deleted");
    }

    [Fact]
    public async Task Money_paid_in_time_counts_though_its_message_came_late()
    {
        var signed = await App.SignedAsync((await App.PositionsAsync())[0]);
        var at = App.Clock.GetUtcNow().AddDays(6);
        App.Clock.Set(signed.PayBy.AddMinutes(1));
        await App.PaidAsync(signed, at);
        (await App.RightAsync(signed.RightId)).State.ShouldBe(RightState.Paid);
    }

    [Fact]
    public async Task A_right_in_force_is_renewed_within_the_rule_and_an_ended_one_is_not()
    {
        var position = (await App.PositionsAsync())[0];
        var right = (await App.ActiveBySaleAsync(position, Counter.Draft with { From = "2007-04-15" })).RightId;
        (await App.DoAsync<RenewRight, RenewRight.Request, RenewRight.Reply>("公墓销售", new(right, "40"))).Problem!.Code.ShouldBe("cemetery.standards.plot.term.max");
        var renewed = Yard.Must(await App.DoAsync<RenewRight, RenewRight.Request, RenewRight.Reply>("公墓销售", new(right, "10")));
        (renewed.Until, renewed.DueFen).ShouldBe((new DateOnly(2037, 4, 14), 20_000));
        (await App.RightAsync(right)).Terms.Count.ShouldBe(1, "nothing is renewed before it is paid");
        await App.BillPaidAsync(renewed.BillId!.Value, await App.ReadAsync(db => db.FeeBills.Where(b => b.RightId == right).Select(b => b.Id).FirstAsync()), 20_000);
        (await App.RightAsync(right)).ShouldSatisfyAllConditions(r => r.Terms.Count.ShouldBe(2), r => r.TermUntil.ShouldBe(renewed.Until), r => r.CarePaidUntil.ShouldBe(renewed.Until));
        (await App.DoAsync<EndRight, EndRight.Request, Done>("公墓销售", new(right, RightEnding.Returned, "不要了"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Yard.Must(await App.DoAsync<EndRight, EndRight.Request, Done>("公墓负责人", new(right, RightEnding.Returned, "家属退墓")));
        (await App.DoAsync<RenewRight, RenewRight.Request, RenewRight.Reply>("公墓销售", new(right, "10"))).Problem!.Code.ShouldBe("cemetery.right.ended");
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Available);
    }

    [Fact]
    public async Task A_holder_changes_by_the_rules_with_every_heirs_consent()
    {
        var right = (await App.ActiveBySaleAsync((await App.PositionsAsync())[0])).RightId;
        ChangeHolder.Request To(string change) => new(right, change, "周小妹", "子女", Reason: "持证人去世");
        Task<Outcome<Done>> ChangeAsync(string change) => App.DoAsync<ChangeHolder, ChangeHolder.Request, Done>("公墓销售", To(change));
        (await ChangeAsync("Transfer")).Problem!.Code.ShouldBe("cemetery.standards.plot.transfer");
        (await ChangeAsync("Gift")).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        (await ChangeAsync("Inherit")).Problem!.Code.ShouldBe("cemetery.heir.none");
        var first = Yard.Must(await App.DoAsync<RegisterHeir, RegisterHeir.Request, RegisterHeir.Reply>("公墓销售", new(right, "周小妹", "女儿"))).HeirId;
        var other = Yard.Must(await App.DoAsync<RegisterHeir, RegisterHeir.Request, RegisterHeir.Reply>("公墓销售", new(right, "周小弟", "儿子"))).HeirId;
        (await App.DoAsync<RegisterHeir, RegisterHeir.Request, RegisterHeir.Reply>("公墓销售", new(right, "周小弟", "儿子"))).Problem!.Code.ShouldBe("cemetery.heir.twice");
        Yard.Must(await App.DoAsync<RecordHeirConsent, RecordHeirConsent.Request, Done>("公墓销售", new(first, "同意书一")));
        (await ChangeAsync("Inherit")).Problem!.Code.ShouldBe("cemetery.heir.silent");
        (await App.DoAsync<RecordHeirConsent, RecordHeirConsent.Request, Done>("外公墓销售", new(other, "同意书二"))).Problem!.Code.ShouldBe("cemetery.heir.unknown");
        Yard.Must(await App.DoAsync<RecordHeirConsent, RecordHeirConsent.Request, Done>("公墓销售", new(other, "同意书二")));
        (await ChangeAsync("Rename")).Problem!.Code.ShouldBe("cemetery.right.unapproved");
        Yard.Must(await ChangeAsync("Inherit"));
        (await App.RightAsync(right)).HolderName!.Text.ShouldBe("周小妹");
        (await ChangeAsync("Inherit")).Problem!.Code.ShouldBe("cemetery.heir.none", "the consents were used up");
    }

    [Fact]
    public async Task A_dispute_stops_everything_until_it_is_settled()
    {
        var right = (await App.ActiveBySaleAsync((await App.PositionsAsync())[0], Counter.Draft with { From = "2007-04-15" })).RightId;
        Yard.Must(await App.DoAsync<DisputeRight, DisputeRight.Request, Done>("公墓销售", new(right, "兄弟二人各持一证")));
        (await App.DoAsync<RenewRight, RenewRight.Request, RenewRight.Reply>("公墓销售", new(right, "10"))).Problem!.Code.ShouldBe("cemetery.right.disputed");
        (await App.DoAsync<EndRight, EndRight.Request, Done>("公墓负责人", new(right, RightEnding.Returned, "退"))).Problem!.Code.ShouldBe("cemetery.right.disputed");
        Yard.Must(await App.DoAsync<SettleDispute, SettleDispute.Request, Done>("公墓负责人", new(right, "调解书 2026-1")));
        Yard.Must(await App.DoAsync<RenewRight, RenewRight.Request, RenewRight.Reply>("公墓销售", new(right, "10")));
    }

    [Fact]
    public async Task The_third_plot_of_one_buyer_is_signed_and_marked()
    {
        var positions = await App.PositionsAsync(4);
        var draft = Counter.Draft with { HolderId = Counter.Id("3213021960020200"), HolderName = "孙大有" };
        (await App.SignedAsync(positions[0], draft with { BasisNumber = "WD-A-1" })).Warnings.ShouldBeEmpty();
        (await App.SignedAsync(positions[1], draft with { BasisNumber = "WD-A-2" })).Warnings.ShouldBeEmpty();
        (await App.SignedAsync(positions[2], draft with { BasisNumber = "WD-A-1" })).Warnings.ShouldContain(w => w.Contains("这份证明已经办过", StringComparison.Ordinal));
        (await App.SignedAsync(positions[3], draft with { BasisNumber = "WD-A-4" })).Warnings.ShouldContain(w => w.Contains("已有3个墓位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_found_by_name_initials_number_and_telephone_and_exported_without_numbers_of_persons()
    {
        var signed = await App.SignedAsync((await App.PositionsAsync())[0], Counter.Draft with { HolderName = "钱多贵", HolderPhone = "13700001234" });
        foreach (var q in new[] { "钱多贵", "qdg", signed.Number, "13700001234" })
            Yard.Must(await App.DoAsync<FindRights, FindRights.Request, FindRights.Reply>("公墓销售", new(q))).Rows.ShouldContain(r => r.Id == signed.RightId, q);
        (await App.DoAsync<FindRights, FindRights.Request, FindRights.Reply>("公墓销售", new(State: "Nonsense"))).Problem!.Code.ShouldBe("cemetery.right.filter");
        (await App.DoAsync<FindRights, FindRights.Request, FindRights.Reply>("公墓销售", new(After: "x"))).Problem!.Code.ShouldBe("cemetery.right.page-key");
        var csv = Yard.Must(await App.DoAsync<ExportRights, ExportRights.Request, ExportRights.Reply>("公墓销售", new(new("钱多贵")))).Csv;
        csv.ShouldNotBeNull().ShouldContain(signed.Number);
        csv.ShouldNotContain("13700001234");
    }

    [Fact]
    public async Task Nobodys_right_ends_over_somebody_who_rests_there()
    {
        var right = (await App.ActiveBySaleAsync((await App.PositionsAsync())[0])).RightId;
        Yard.Must(await App.DoAsync<LayToRest, LayToRest.Request, Done>("公墓园务", new(right)));
        (await App.DoAsync<EndRight, EndRight.Request, Done>("公墓负责人", new(right, RightEnding.Returned, "退"))).Problem!.Code.ShouldBe("cemetery.right.resting");
        await Refused($"update cemetery_right set state = 'Ended', ended_on = '2026-04-15', ending = 'Returned' where number = '{(await App.RightAsync(right)).Number}'", "guard_right_resting");
    }

    private async Task Refused(string sql, string by) => (await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql))).ToString().ShouldContain(by);
}

public sealed class ContractOnSqlite(SqliteApp app) : ContractTests(app), IClassFixture<SqliteApp>;

public sealed class ContractOnPostgres(PostgresApp app) : ContractTests(app), IClassFixture<PostgresApp>;
