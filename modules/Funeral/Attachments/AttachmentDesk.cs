using Anmin.Funeral.Cases;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Attachments;

/// <summary>What every use case of attachments does alike: from bytes to a sealed attachment, and back.</summary>
internal sealed class AttachmentDesk(CaseFile file, PersonalVault vault, DictionaryBook dictionary)
{
    /// <summary>Of one case, those that count.</summary>
    private const int Most = 60;

    /// <param name="Type">Code of the list 材料种类.</param>
    public sealed record Handed(string? Type, string? Title, byte[]? Content, string? LateFor);

    public sealed record Found(CaseAttachment Attachment, DeathCase Case);

    public IReadOnlyList<CodeItem> Types => [.. dictionary.Offered(FuneralLists.AttachmentType)];

    public string LabelOf(string type) => dictionary.LabelOf(FuneralLists.AttachmentType, type);

    /// <summary>Checked by its bytes, freed of what the camera wrote beside, sealed, noted on the case's chain.</summary>
    public async Task<Outcome<CaseAttachment>> TakeAsync(DeathCase of, Handed handed, bool byFamily, CaseAttachment? replaces, CancellationToken ct)
    {
        var content = handed.Content ?? [];
        if (replaces is null && Types.All(t => t.Code != handed.Type)) return AttachmentProblems.TypeUnknown;
        if (!ScannedFile.Check(content, CaseAttachment.Largest).Try(out var media, out var problem)) return problem;
        if (BarePicture.Of(content, media) is not { } bare) return ScannedFile.Broken;
        var filed = await file.Db.ArchiveFilings.AnyAsync(f => f.CaseId == of.Id, ct);
        if (filed && handed.LateFor is not { Length: >= 4 }) return AttachmentProblems.LateReason;
        var hash = ScannedFile.HashOf(content);
        var there = await file.Db.CaseAttachments.Where(a => a.CaseId == of.Id && a.State == AttachmentState.Current).Select(a => a.Hash).ToListAsync(ct);
        if (there.Contains(hash)) return AttachmentProblems.Twice;
        if (there.Count >= Most) return AttachmentProblems.TooMany;
        var made = new CaseAttachment
        {
            CaseId = of.Id,
            Type = replaces?.Type ?? handed.Type!,
            Title = handed.Title ?? replaces?.Title,
            Media = media,
            Size = content.Length,
            Hash = hash,
            KeptHash = ScannedFile.HashOf(bare.Content),
            Edition = (replaces?.Edition ?? 0) + 1,
            Replaces = replaces?.Id,
            LateFor = filed ? handed.LateFor : null,
            By = file.By.Id,
            ByFamily = byFamily,
            At = file.Now,
        };
        made.TurnRight(bare.Turn);
        if (!of.NoteWork(replaces is null ? "attachment.added" : "attachment.replaced", new { made.Id, made.Type, made.Hash, made.Edition, byFamily }, evenWhenOver: true).Try(out _, out problem)) return problem;
        file.Db.Add(made);
        file.Db.Add(new AttachmentContent { Id = made.Id, Content = ScannedFile.Seal(vault, CaseAttachment.Column, bare.Content) });
        return made;
    }

    /// <summary>"Not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<Found>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await file.Db.CaseAttachments.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } attachment) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(attachment.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return new Found(attachment, opened);
    }

    public async Task<Outcome<Found>> OpenCurrentAsync(Guid id, CancellationToken ct)
    {
        if (!(await OpenAsync(id, ct)).Try(out var found, out var problem)) return problem;
        return found.Attachment.State == AttachmentState.Current ? found : AttachmentProblems.Old;
    }

    /// <exception cref="InvalidOperationException">What is kept is not what was handed in.</exception>
    public async Task<byte[]> ReadAsync(CaseAttachment attachment, CancellationToken ct)
    {
        var kept = await file.Db.AttachmentContents.AsNoTracking().Where(c => c.Id == attachment.Id).Select(c => c.Content).FirstAsync(ct);
        var content = ScannedFile.Open(vault, CaseAttachment.Column, kept);
        return ScannedFile.HashOf(content) == attachment.KeptHash ? content : throw new InvalidOperationException($"Attachment {attachment.Id} is not what was handed in.");
    }

    public static string? ReadReason(Reading reading, string? text, string label)
    {
        var why = reading.Text(text, "Reason", label, 200);
        if (why is { Length: < 4 }) reading.Refuse(AttachmentProblems.ReasonShort);
        return reading.Problem is null ? why : null;
    }
}
