using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Gaps;

/// <summary>发补档通知书: numbered, recorded, with a text message where a telephone is known. One that waits for an answer at a time.</summary>
internal sealed class SendGapLetter(DossierDesk desk, GapPost post) : IUseCase<SendGapLetter.Request, SendGapLetter.Reply>
{
    public sealed record Request(Guid DossierId);

    public sealed record Reply(Guid LetterId, string Number, bool Told);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        if (await desk.Cemetery.Db.GapLetters.AnyAsync(l => l.DossierId == request.DossierId && l.AnsweredOn == null, ct)) return DossierProblems.LetterOpen;
        return (await post.WriteAsync(opened, ct)).Try(out var letter, out problem) ? new Reply(letter.Id, letter.Number, letter.Told) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SendGapLetter, Request, Reply>("/cemetery/dossiers/letters");
}

/// <summary>To how many holders of the chosen list a letter would go: those with gaps and without a letter that waits.</summary>
internal sealed class CountGapLetters(GapPost post) : IQuestion<CountGapLetters.Request, CountGapLetters.Reply>
{
    public sealed record Request(string? Institution = null, Guid? Section = null, string? Item = null, string? Band = null);

    /// <param name="Count">Letters to send.</param>
    /// <param name="Most">At most that many at once, by the rule dossier.letter.most; 0 where there is nothing to send.</param>
    public sealed record Reply(int Count, int Waiting, int WithPhone, int Most);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => post.CountAsync(request, ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<CountGapLetters, Request, Reply>("/cemetery/dossiers/letters/count");
}

/// <summary>成批发补档通知书: exactly the number that was shown before, or none.</summary>
internal sealed class SendGapLetters(DossierDesk desk, GapPost post) : IUseCase<SendGapLetters.Request, SendGapLetters.Reply>
{
    /// <param name="Expected">What <see cref="CountGapLetters"/> said.</param>
    public sealed record Request(CountGapLetters.Request? Filter, int Expected);

    public sealed record Reply(int Sent, int Told);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await post.CountAsync(request.Filter ?? new(), ct)).Try(out var count, out var problem)) return problem;
        if (count.Count == 0) return DossierProblems.NothingMissing;
        if (count.Count != request.Expected) return DossierProblems.BatchChanged;
        if (count.Count > count.Most) return DossierProblems.TooMany(count.Count, count.Most);
        if (!(await post.OfAsync(request.Filter ?? new(), ct)).Try(out var sought, out problem)) return problem;
        var told = 0;
        foreach (var id in await sought.Dossiers.OrderBy(d => d.Score).ThenBy(d => d.Id).Select(d => d.Id).ToListAsync(ct))
        {
            if (!(await desk.OpenAsync(id, ct)).Try(out var opened, out problem) || !(await post.WriteAsync(opened, ct)).Try(out var letter, out problem)) return problem;
            if (letter.Told) told++;
        }
        return new Reply(count.Count, told);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SendGapLetters, Request, Reply>("/cemetery/dossiers/letters/batch");
}

/// <summary>Writes letters about gaps, one by one or in a batch.</summary>
internal sealed class GapPost(DossierDesk desk, DossierShelf shelf, IMessageDesk messages)
{
    private const string Message = "cemetery.dossier-gap";

    public async Task<Outcome<Sought>> OfAsync(CountGapLetters.Request f, CancellationToken ct)
    {
        if (!(await shelf.QueryAsync(new FindDossiers.Request(f.Institution, f.Section, f.Item, string.IsNullOrEmpty(f.Band) ? "gaps" : f.Band), ct)).Try(out var sought, out var problem)) return problem;
        var letters = desk.Cemetery.Db.GapLetters;
        return new Sought(sought.Dossiers.Where(d => d.Missing != "" && !letters.Any(l => l.DossierId == d.Id && l.AnsweredOn == null)));
    }

    public async Task<Outcome<CountGapLetters.Reply>> CountAsync(CountGapLetters.Request f, CancellationToken ct)
    {
        if (!(await OfAsync(f, ct)).Try(out var sought, out var problem)) return problem;
        var db = desk.Cemetery.Db;
        var count = await sought.Dossiers.CountAsync(ct);
        var (rights, dossiers) = (db.PlotRights, db.Dossiers);
        var phones = await sought.Dossiers.CountAsync(d => rights.Any(r => r.Id == d.Id && r.HolderPhone != null), ct);
        var waiting = await db.GapLetters.CountAsync(l => l.AnsweredOn == null && dossiers.Any(d => d.Id == l.DossierId), ct);
        if (count == 0) return new CountGapLetters.Reply(0, waiting, 0, 0);
        var division = await sought.Dossiers.Select(d => d.Division).FirstAsync(ct);
        return desk.Limit("dossier.letter.most", division).Try(out var most, out problem) ? new CountGapLetters.Reply(count, waiting, phones, most) : problem;
    }

    public async Task<Outcome<GapLetter>> WriteAsync(OpenedDossier opened, CancellationToken ct)
    {
        var (cemetery, right) = (desk.Cemetery, opened.Right);
        var missing = Checklist.Count(await desk.ChecklistAsync(right.Id, ct)).Missing;
        if (missing.Length == 0) return DossierProblems.NothingMissing;
        if (!cemetery.Rules.Due("dossier.letter.answer", right.Division, cemetery.Now).Try(out var due, out var problem)) return problem;
        if (!(await cemetery.NumberAsync("cemetery-letter", right.Institution!, ct)).Try(out var number, out problem)) return problem;
        var day = LocalClock.DateOf(due, cemetery.Zone);
        var letter = new GapLetter { DossierId = right.Id, Number = number, Items = missing, DueOn = day, SentBy = cemetery.By.Id, SentAt = cemetery.Now, Told = right.HolderPhone is not null };
        cemetery.Db.Add(letter);
        right.Tell("dossier.letter-sent", new { number, missing, until = day });
        if (right.HolderPhone is { } phone)
        {
            var institution = cemetery.Institution(right.Institution);
            await messages.QueueAsync(new Message(Message, new ToPhone(phone, right.HolderId), new Dictionary<string, object?>
            {
                ["person"] = right.HolderName,
                ["place"] = institution?.Name,
                ["items"] = DossierDesk.Names(missing, await desk.ItemNamesAsync(ct)),
                ["until"] = Ui.Words.ChineseTime.ShortDate(day),
                ["number"] = number,
                ["phone"] = institution?.Phone,
            })
            { Id = letter.Id, Subject = right.Id, About = right.HolderId }, ct);
        }
        return letter;
    }
}
