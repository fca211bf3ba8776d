using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Notes;

/// <summary>写备注, also on a case that is over: it stands in the record, and families do not see it.</summary>
internal sealed class WriteCaseNote(CaseFile file, Reading reading) : IUseCase<WriteCaseNote.Request, WriteCaseNote.Reply>
{
    /// <param name="Text">At most 200 characters on one line.</param>
    public sealed record Request(Guid CaseId, string? Text);

    public sealed record Reply(Guid NoteId);

    public Permission Permission => FuneralPermissions.WriteNote;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var text = reading.Sensitive(request.Text, nameof(request.Text), "备注");
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var note = new CaseNote { CaseId = opened.Id, Text = text, By = file.By.Id, At = file.Now };
        file.Db.Add(note);
        opened.NoteWritten(note.Id, text!.Reveal());
        return new Reply(note.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WriteCaseNote, Request, Reply>("/cases/notes");
}
