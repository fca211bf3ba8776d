using Anmin.Funeral.Holds;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Corrections;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.Entities.Someone;

namespace Anmin.Funeral.Tests.Entities;

/// <summary>Every way the case itself refuses, one sentence each.</summary>
public sealed class DeathCaseTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Refuses_a_death_in_the_future() => Reported(f => f with { DiedAt = Now.AddMinutes(1) }).ShouldRefuse(FuneralProblems.DiedInFuture);

    [Fact]
    public void Refuses_a_death_before_birth() => Reported(f => f with { BirthDate = new(2026, 4, 15), DiedAt = Now.AddDays(-2) }).ShouldRefuse(FuneralProblems.DiedBeforeBirth);

    [Fact]
    public void Takes_a_newborns_death_on_the_day_of_birth() => Reported(f => f with { BirthDate = new(2026, 4, 15), DiedAt = Now }).Problem.ShouldBeNull();

    [Fact]
    public void Refuses_a_birth_date_other_than_the_cards() => Reported(f => f with { PersonId = Card, BirthDate = new(1949, 12, 30) }).ShouldRefuse(FuneralProblems.BirthDisagrees);

    [Fact]
    public void Refuses_a_sex_other_than_the_cards() => Reported(f => f with { PersonId = Card, BirthDate = null, Sex = Sex.Male }).ShouldRefuse(FuneralProblems.SexDisagrees);

    [Fact]
    public void Reads_birth_and_sex_from_the_card_where_nobody_said()
    {
        var of = Reported(f => f with { PersonId = Card, BirthDate = null, Sex = Sex.Unknown }).Value!;
        (of.BirthDate, of.Sex).ShouldBe((new DateOnly(1949, 12, 31), Sex.Female));
    }

    [Fact]
    public void Refuses_a_medical_certificate_that_has_not_seventeen_digits() => Open().Attach(number: "3213020").ShouldRefuse(FuneralProblems.EvidenceNumber);

    [Theory]
    [InlineData(-3), InlineData(1)]
    public void Refuses_evidence_dated_before_death_or_after_today(int days) => Open().Attach(issuedOn: Today.AddDays(days)).ShouldRefuse(FuneralProblems.EvidenceDate);

    [Fact]
    public void Refuses_a_doctors_word_on_an_unnatural_death() => Reported(f => f with { Unnatural = true }).Value!.Attach().ShouldRefuse(FuneralProblems.EvidenceKind);

    [Fact]
    public void Counts_the_nameless_as_unnatural_until_the_police_have_spoken() => Reported(f => f with { Unidentified = true }).Value!.Unnatural.ShouldBeTrue();

    [Fact]
    public void Refuses_a_second_pickup_while_one_is_booked() => Booked().RequestPickup(Wish(), Now).ShouldRefuse(FuneralProblems.PickupOpen);

    [Fact]
    public void Refuses_a_pickup_of_a_body_already_in_custody() => Received().RequestPickup(Wish(), Now).ShouldRefuse(FuneralProblems.AlreadyInCustody);

    [Fact]
    public void Refuses_to_record_or_cancel_a_pickup_nobody_booked()
    {
        Open().RecordPickup("car", "a", "b", "family", "T1", A, Now).ShouldRefuse(FuneralProblems.PickupMissing);
        Open().CancelPickup("x", A, Now).ShouldRefuse(FuneralProblems.PickupMissing);
    }

    [Fact]
    public void Refuses_a_crew_of_one() => Booked().RecordPickup("car", "a", "a", "family", "T1", A, Now).ShouldRefuse(FuneralProblems.SameTwo with { Field = "SecondCrew" });

    [Fact]
    public void Refuses_to_receive_before_pickup_twice_in_a_furnace_or_under_another_tag()
    {
        Booked().Receive(BodyPlace.ColdStored, "box", "T1", A, Now).ShouldRefuse(FuneralProblems.PickupMissing);
        Received().Receive(BodyPlace.ColdStored, "box", "T1", A, Now).ShouldRefuse(FuneralProblems.AlreadyInCustody);
        PickedUp().Receive(BodyPlace.InFurnace, "f", "T1", A, Now).ShouldRefuse(FuneralProblems.PlaceUnknown);
        PickedUp().Receive(BodyPlace.ColdStored, "box", "T2", A, Now).ShouldRefuse(FuneralProblems.TagMismatch);
    }

    [Fact]
    public void Refuses_a_move_to_where_it_is_into_a_furnace_from_outside_or_under_another_tag()
    {
        Received().MoveWithin(BodyPlace.ColdStored, "box", "a", "T1", A, Now).ShouldRefuse(FuneralProblems.PlaceTaken);
        Received().MoveWithin(BodyPlace.InFurnace, "f", "a", "T1", A, Now).ShouldRefuse(FuneralProblems.PlaceUnknown);
        PickedUp().MoveWithin(BodyPlace.InHall, "h", "a", "T1", A, Now).ShouldRefuse(FuneralProblems.NotInCustody);
        Received().MoveWithin(BodyPlace.InHall, "h", "a", "T2", A, Now).ShouldRefuse(FuneralProblems.TagMismatch);
    }

    [Fact]
    public void Refuses_the_furnace_queue_under_a_hold_but_not_the_cold_store()
    {
        var of = Held();
        of.MoveWithin(BodyPlace.FurnaceQueue, "q", "a", "T1", A, Now).Problem!.Code.ShouldBe("funeral.hold.open");
        of.MoveWithin(BodyPlace.ColdStored, "box-2", "a", "T1", A, Now).Problem.ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_contract_without_body_handler_evidence_or_choice_or_a_second_one()
    {
        PickedUp().Choose().ShouldRefuse(FuneralProblems.NotReceived);
        Received().Choose(signer: Guid.NewGuid()).ShouldRefuse(FuneralProblems.HandlerMissing);
        Received().Choose().ShouldRefuse(FuneralProblems.EvidenceMissing);
        Proven().Choose(Disposition.Undecided).ShouldRefuse(FuneralProblems.DispositionNeeded);
        Confirmed().Choose().ShouldRefuse(FuneralProblems.ContractSigned);
        Held().Choose().Problem!.Code.ShouldBe("funeral.hold.open");
    }

    [Fact]
    public void Refuses_a_cremation_that_lacks_anything()
    {
        Proven().Ignite().ShouldRefuse(FuneralProblems.ContractMissing);
        Confirmed(Disposition.Burial).Ignite().ShouldRefuse(FuneralProblems.NotCremation);
        Confirmed().Ignite(at: Now.AddHours(-1)).Problem!.Code.ShouldBe("funeral.cremation.too-early");
        Confirmed().Ignite(second: "a").ShouldRefuse(FuneralProblems.SameTwo with { Field = "SecondOperator" });
        Confirmed().Ignite(firstScan: "T2").ShouldRefuse(FuneralProblems.TagMismatch with { Field = "FirstScan" });
        Confirmed().Ignite(secondScan: "T2").ShouldRefuse(FuneralProblems.TagMismatch with { Field = "SecondScan" });
        Burning().Ignite().ShouldRefuse(FuneralProblems.CremationTwice);
        var held = Confirmed();
        held.PlaceHold(HoldKind.Police, "x", A, Now);
        held.Ignite().Problem!.Message.ShouldContain(CaseLabels.Of(HoldKind.Police));
    }

    [Fact]
    public void Says_from_when_a_cremation_is_allowed_in_the_citys_time()
        => Confirmed().Ignite(at: Now.AddHours(-1)).Problem!.Message.ShouldContain("4月15日10:00");

    [Fact]
    public void Refuses_to_finish_what_was_not_begun_or_is_over()
    {
        Confirmed().FinishCremation("GH-1", A, Now).ShouldRefuse(FuneralProblems.CremationNotStarted);
        Burning().FinishCremation("GH-1", A, Now.AddMinutes(-1)).ShouldRefuse(FuneralProblems.CremationNotStarted);
        Cremated().FinishCremation("GH-2", A, Now).ShouldRefuse(FuneralProblems.CremationTwice);
    }

    [Fact]
    public void Refuses_a_burial_not_signed_for_or_a_transfer_without_evidence_tag_or_body()
    {
        Proven().RecordBurial("g", A, Now).ShouldRefuse(FuneralProblems.ContractMissing);
        Confirmed().RecordBurial("g", A, Now).ShouldRefuse(FuneralProblems.BurialNotChosen);
        Received().TransferOut("x", "1", "T1", A, Now).ShouldRefuse(FuneralProblems.EvidenceMissing);
        Proven().TransferOut("x", "1", "T2", A, Now).ShouldRefuse(FuneralProblems.TagMismatch);
        Burning().TransferOut("x", "1", "T1", A, Now).ShouldRefuse(FuneralProblems.NotInCustody);
    }

    [Fact]
    public void Refuses_certificates_too_early_twice_or_ended_by_who_issued_them()
    {
        Burning().IssueCertificate("HH-1", A, Now).ShouldRefuse(FuneralProblems.CremationNotFinished);
        var of = Cremated();
        of.ReissueCertificate("HH-1", "x", A, Now).ShouldRefuse(FuneralProblems.CertificateNone);
        of.VoidCertificate("x", A, Now).ShouldRefuse(FuneralProblems.CertificateNone);
        of.IssueCertificate("HH-1", A, Now).Problem.ShouldBeNull();
        of.IssueCertificate("HH-2", A, Now).ShouldRefuse(FuneralProblems.CertificateIssued);
        of.VoidCertificate("x", A, Now).ShouldRefuse(FuneralProblems.SameTwo);
        of.VoidCertificate("x", B, Now).Problem.ShouldBeNull();
        of.IssueCertificate("HH-2", A, Now).Value!.Id.ShouldBe(of.Certificates[0].SuccessorId!.Value, "the void one names the one after it");
    }

    [Fact]
    public void Refuses_ashes_that_are_not_there_not_ready_not_held_or_for_a_stranger()
    {
        Burning().DepositAshes("GH-1", "n", Today.AddYears(1), A, Now).ShouldRefuse(FuneralProblems.CremationNotFinished);
        var of = Cremated();
        of.DepositAshes("GH-2", "n", Today.AddYears(1), A, Now).ShouldRefuse(FuneralProblems.AshesNotReady);
        of.HandOverAshes("GH-1", Guid.NewGuid(), "b", A, Now).ShouldRefuse(FuneralProblems.ReceiverUnknown);
        of.SplitAshes("GH-1", ["GH-2"], A, Now).ShouldRefuse(FuneralProblems.AshesParts);
        of.SplitAshes("GH-2", ["GH-3", "GH-4"], A, Now).ShouldRefuse(FuneralProblems.AshesNotHeld);
        of.HandOverAshes("GH-1", of.Handlers[0].Id, "b", A, Now).Problem.ShouldBeNull();
        of.HandOverAshes("GH-1", of.Handlers[0].Id, "b", A, Now).ShouldRefuse(FuneralProblems.AshesNotHeld);
        of.Status.ShouldBe(CaseStatus.AshesPlaced, "the family still waits for its certificate");
        of.IssueCertificate("HH-1", A, Now).Problem.ShouldBeNull();
        of.Status.ShouldBe(CaseStatus.Closed);
    }

    [Fact]
    public void Refuses_to_lift_a_hold_that_is_none_or_by_who_placed_it_and_to_hold_what_is_over()
    {
        Received().LiftHold(Guid.NewGuid(), "x", A, Now).ShouldRefuse(FuneralProblems.HoldNone);
        var of = Held();
        of.LiftHold(of.Holds[0].Id, "x", A, Now).ShouldRefuse(FuneralProblems.SameTwo);
        of.LiftHold(of.Holds[0].Id, "x", B, Now).Problem.ShouldBeNull();
        of.LiftHold(of.Holds[0].Id, "x", B, Now).ShouldRefuse(FuneralProblems.HoldNone);
        Cremated().PlaceHold(HoldKind.Police, "x", A, Now).ShouldRefuse(FuneralProblems.NotInCustody);
    }

    [Fact]
    public void Refuses_a_void_not_asked_for_by_one_alone_or_too_late()
    {
        Open().ApproveVoid(A, Now).ShouldRefuse(FuneralProblems.VoidNotRequested);
        var of = Open();
        of.RequestVoid("x", A, Now).Problem.ShouldBeNull();
        of.ApproveVoid(A, Now).ShouldRefuse(FuneralProblems.SameTwo);
        of.ApproveVoid(B, Now).Problem.ShouldBeNull();
        Cremated().RequestVoid("x", A, Now).ShouldRefuse(FuneralProblems.VoidAfterCremation);
        of.RequestPickup(Wish(), Now).ShouldRefuse(FuneralProblems.CaseEnded);
        of.LiftHold(Guid.NewGuid(), "x", A, Now).ShouldRefuse(FuneralProblems.CaseEnded);
        of.Correct(CaseFact.Name, "a", "b", "x", () => { }, A, Now).ShouldRefuse(FuneralProblems.CaseEnded);
    }

    [Fact]
    public void Refuses_to_void_what_is_held_until_the_hold_is_lifted()
    {
        var of = Held();
        of.RequestVoid("x", A, Now).Problem.ShouldBeNull();
        of.ApproveVoid(B, Now).Problem!.Code.ShouldBe("funeral.hold.open");
        of.LiftHold(of.Holds[0].Id, "x", B, Now);
        of.ApproveVoid(B, Now).Problem.ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_correction_that_corrects_nothing_and_keeps_what_it_corrects()
    {
        var of = Open();
        of.Correct(CaseFact.Name, "周桂兰", "周桂兰", "x", () => throw new InvalidOperationException("applied"), A, Now).ShouldRefuse(FuneralProblems.NothingToCorrect);
        var kept = of.Correct(CaseFact.Name, "周桂兰", "周桂蓝", "x", () => of.SetName(PersonName.Parse("周桂蓝").Value!), A, Now).Value!;
        (kept.OldValue!.Reveal(), kept.NewValue!.Reveal(), of.Name!.Text).ShouldBe(("周桂兰", "周桂蓝", "周桂蓝"));
    }

    [Fact]
    public void Tells_the_journal_no_name_number_phone_or_address()
    {
        var of = Reported(f => f with { PersonId = Card, BirthDate = null, Sex = Sex.Unknown, Address = SensitiveText.Parse("东大街1号", "地址").Value }).Value!;
        of.AddHandler(PersonName.Parse("周建国").Value!, PhoneNumber.Parse("13812345678").Value!, "子女", null);
        of.Attach();
        of.Correct(CaseFact.Name, "周桂兰", "周桂蓝", "家属更正", () => { }, A, Now);
        of.PlaceHold(HoldKind.Dispute, "周建国与周建军争执", A, Now);
        var told = string.Join('\n', of.Facts.Select(f => JsonSerializer.Serialize(f.Data, Plain)));
        foreach (var secret in new[] { "周", "桂", Card.Reveal(), "13812345678", "东大街", "争执" }) told.ShouldNotContain(secret);
    }
}
