using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Gaps;

/// <summary>登记补档回复: what the holder said or brought, or that nobody answered.</summary>
internal sealed class AnswerGapLetter(DossierDesk desk, Reading reading) : IUseCase<AnswerGapLetter.Request, Done>
{
    public sealed record Request(Guid LetterId, string? Answer);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(request.Answer, nameof(request.Answer), "回复", 300);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Cemetery.Db.GapLetters.FirstOrDefaultAsync(l => l.Id == request.LetterId, ct) is not { } letter) return DossierProblems.NoLetter;
        if (!(await desk.OpenAsync(letter.DossierId, ct)).Try(out var opened, out _)) return DossierProblems.NoLetter;
        if (!letter.Note(desk.Cemetery.Today, answer!, desk.Cemetery.By.Id).Try(out _, out var problem)) return problem;
        opened.Right.Tell("dossier.letter-answered", new { letter.Number });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnswerGapLetter, Request, Done>("/cemetery/dossiers/letters/answer");
}

/// <summary>补档通知书, to print.</summary>
internal sealed class GetGapLetter(DossierDesk desk) : IQuestion<GetGapLetter.Request, GetGapLetter.Reply>
{
    public sealed record Request(Guid LetterId);

    public sealed record Reply(string Number, string Institution, string Address, string Phone, string Holder, string Position, string? Contract, IReadOnlyList<string> Items, DateOnly DueOn, DateOnly SentOn, string SentBy, Guid PositionId);

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var cemetery = desk.Cemetery;
        if (await cemetery.Db.GapLetters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == request.LetterId, ct) is not { } letter) return DossierProblems.NoLetter;
        if (!(await desk.OpenAsync(letter.DossierId, ct)).Try(out var opened, out _)) return DossierProblems.NoLetter;
        cemetery.Context.About(opened.Right.Id, "打开补档通知书");
        var names = await desk.ItemNamesAsync(ct);
        var place = cemetery.Institution(opened.Right.Institution);
        return new Reply(letter.Number, place?.Name ?? "", place?.Address ?? "", place?.Phone ?? "", opened.Right.HolderName?.Text ?? "", await cemetery.NameOfAsync(opened.Position, ct), opened.Right.Number,
            [.. Checklist.Read(letter.Items).Select(c => names.GetValueOrDefault(c, c))], letter.DueOn, Anmin.Kernel.Calendar.LocalClock.DateOf(letter.SentAt, cemetery.Zone), cemetery.StaffName(letter.SentBy), opened.Position.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetGapLetter, Request, Reply>("/cemetery/dossiers/letter");
}
