using Anmin.Funeral.Desk;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Signatures;
using Anmin.Funeral.Stays;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Arrangement;

/// <summary>
/// 提交洽谈: case, facts, 经办人, evidence, choices, hall and furnace, consents and signatures in one commit, or nothing.
/// Without signatures the quotation waits; with them the edition binds, and where the body is with us the choice is confirmed by law.
/// </summary>
internal sealed class SubmitArrangement(DeskAtHand desk, DeskCases cases, DeskBookings slots, DeskSigning signing, DispositionClocks clocks, CaseFile file, StayDesk stays) : IUseCase<SubmitArrangement.Request, SubmitArrangement.Reply>
{
    public sealed record Request(Guid DraftId, Guid? CaseId, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<Signature> Signatures);

    /// <param name="Kind">The paper: Quotation, ServiceContract …</param>
    /// <param name="Way">Pad, or Paper for an original the clerk vouches for.</param>
    /// <param name="Image">PNG as a data URL; empty for paper.</param>
    /// <param name="Hash">Of the text that was shown, as PrepareQuotation gave it.</param>
    public sealed record Signature(string Kind, string Way, string? Image, string? Hash);

    /// <param name="Left">What still stands out, in words.</param>
    public sealed record Reply(Guid CaseId, string CaseNumber, Guid VersionId, string Number, int Edition, bool Signed, bool Confirmed, IReadOnlyList<string> Left, int Twins);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.TakeAsync(request.DraftId, request.CaseId, request.Fields, ct)).Try(out var hand, out var problem)) return problem;
        if (!(await desk.NumbersAsync(hand, ct)).Try(out var numbers, out problem)) return problem;
        if (!(await cases.BringAsync(hand.Case, hand.Work, new DeskForm(hand.Draft.Fields()), ct)).Try(out var brought, out problem)) return problem;
        var (opened, handler) = (brought.Case, brought.Handler);
        var version = hand.Same;
        if (version is null)
        {
            if (!opened.Quote([.. hand.Versions], hand.Work.Choice, numbers, hand.Work.Home, file.By).Try(out version, out problem)) return problem;
            file.Db.Add(version);
            if (!(await slots.BookAsync(opened, hand.Work.Choice, ct)).Try(out _, out problem)) return problem;
        }
        if (!(await signing.SignAsync(opened, version, hand.Work, numbers, handler, request.Signatures ?? [], ct)).Try(out var signed, out problem)) return problem;
        var left = new List<string>(signed.Unsigned.Select(k => SignedPaper.Label(k) + "还没有签"));
        if (!(await ConfirmAsync(opened, version, hand.Work, handler, signed, left, ct)).Try(out var confirmed, out problem)) return problem;
        file.Db.Remove(hand.Draft);
        return new Reply(opened.Id, opened.Number, version.Id, version.Number, version.Edition, version.State == ArrangementState.Signed, confirmed, left, brought.Twins);
    }

    /// <summary>The legal act of signing, when nothing it needs is missing; otherwise what is missing is said and the rest stands.</summary>
    private async Task<Outcome<bool>> ConfirmAsync(DeathCase opened, ArrangementVersion version, DeskWork work, Guid handler, DeskSigning.Result signed, List<string> left, CancellationToken ct)
    {
        if (opened.Contract is not null) return true;
        if (version.State != ArrangementState.Signed || !file.By.May(FuneralPermissions.ConfirmDisposition)) return false;
        if (work.Choice.Disposition == Disposition.Cremation && !signed.Has(PaperKind.CremationConfirmation)) return false;
        if (!opened.HasValidEvidence) left.Add("死亡证明登记以后，再确认丧葬方式");
        if (work.Choice.Disposition == Disposition.Cremation && !opened.Remains!.InHome) left.Add("遗体入馆以后，再确认丧葬方式");
        if (!opened.HasValidEvidence || (work.Choice.Disposition == Disposition.Cremation && !opened.Remains!.InHome)) return false;
        if (!(await clocks.OfAsync(opened, work.Choice.Disposition, work.Ethnicity, ct)).Try(out var rule, out var problem)) return problem;
        var choice = new DeathCase.Choice(work.Choice.Disposition, handler, work.Choice.Wishes, rule.Earliest, rule.Due, work.Choice.Disposition == Disposition.Burial ? work.Ethnicity : null);
        if (!opened.Confirm(choice, file.By, file.Now).Try(out _, out problem)) return problem;
        await stays.FamilySignedAsync(opened.Id, ct);
        return true;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SubmitArrangement, Request, Reply>("/arrangements");
}
