using Anmin.Complaints.Filing;
using Anmin.Complaints.Statements;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Records;
using Anmin.Ui.Status;
using Microsoft.AspNetCore.Components;

namespace Anmin.Complaints.Handling;

public partial class ComplaintPage
{
    private GetComplaint.Reply? _found;
    private IReadOnlyList<TimelineEntry> _entries = [];
    private string? _phone;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm] public StepForm Form { get; set; } = null!;

    private Deadline? Running => _found switch
    {
        { State: ComplaintState.Received } f => new(f.AcceptDue, f.Now, f.AcceptDue - f.ReceivedAt),
        { State: ComplaintState.Accepted, DecideDue: { } due } f => new(due, f.Now, due - f.AcceptedAt!.Value),
        { State: ComplaintState.UnderReview, ReviewDue: { } due } f => new(due, f.Now, due - f.ReviewAskedAt!.Value),
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _found = await AskAsync(Get, new GetComplaint.Request(Id));
        _entries = _found is null ? [] : [.. _found.Steps.Select(s => new TimelineEntry(s.At, s.Actor, s.Kind, ""))];
    }

    private async Task AcceptAsync() => Next(await SubmitAsync(Accepting, new AcceptComplaint.Request(Id)));

    private async Task RefuseAsync() => Next(await SubmitAsync(Refusing, new RefuseComplaint.Request(Id, Form.Reason, Form.Words)));

    private async Task PassOnAsync()
    {
        await SubmitAsync(PassingOn, new PassOnComplaint.Request(Id, Form.To));
        if (Problem is null) SeeOther("/work/complaints");
    }

    private async Task AskStatementAsync() => Next(await SubmitAsync(Asking, new AskStatement.Request(Id, Form.Institution, Form.Asked)));

    private async Task AnswerAsync() => Next(await SubmitAsync(Answering, new AnswerComplaint.Request(Id, Form.Finding, Form.Answer, Form.Order, Form.RectifyDue, Form.RevisitOn)));

    private async Task ExtendAsync() => Next(await SubmitAsync(Extending, new ExtendComplaint.Request(Id, Form.ExtensionReason)));

    private async Task RevisitAsync() => Next(await SubmitAsync(Revisiting, new RevisitComplaint.Request(Id, Form.Yes == "true", Form.RevisitWords)));

    private async Task ReviewAsync() => Next(await SubmitAsync(Reviewing, new DecideComplaintReview.Request(Id, Form.Yes == "true", Form.ReviewAnswer)));

    // no key: the answer must not be kept
    private async Task RevealAsync()
    {
        Key = null;
        _phone = (await SubmitAsync(Revealing, new RevealComplainant.Request(Id, Form.Purpose)))?.Phone;
    }

    private void Next(Done? _)
    {
        if (Problem is null) SeeOther($"/work/complaints/{Id}");
    }

    public sealed class StepForm
    {
        public string? Part { get; set; }
        public string? Reason { get; set; }
        public string? Words { get; set; }
        public string? To { get; set; }
        public string? Institution { get; set; }
        public string? Asked { get; set; }
        public string? Finding { get; set; }
        public string? Answer { get; set; }
        public string? Order { get; set; }
        public string? RectifyDue { get; set; }
        public string? RevisitOn { get; set; }
        public string? ExtensionReason { get; set; }
        public string? RevisitWords { get; set; }
        public string? ReviewAnswer { get; set; }
        public string? Purpose { get; set; }
        public string? Yes { get; set; }
    }
}
