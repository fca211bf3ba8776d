using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Journal;

/// <summary>Appends what entities noted to their subjects' chains, inside the caller's transaction.</summary>
internal static class JournalWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task AppendAsync(AnminDb db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var subjects = db.ChangeTracker.Entries<JournalSubject>().Where(e => e.Entity.Facts.Count > 0).ToList();
        foreach (var entry in subjects)
        {
            var subject = entry.Entity;
            var (seq, previous) = entry.State == EntityState.Added ? (0, null) : await LastAsync(db, subject.Id, ct);
            var previousHex = previous is null ? JournalEntry.Genesis : Convert.ToHexStringLower(previous);
            foreach (var fact in subject.Facts)
            {
                var line = Line(db, subject.SubjectKind, subject.Id, fact, ++seq, previousHex, actor, now);
                previousHex = Convert.ToHexStringLower(line.Hash);
                db.Add(line);
            }
            if (entry.State == EntityState.Unchanged) entry.Property(nameof(JournalSubject.Version)).CurrentValue = subject.Version + 1;
            subject.Clear();
        }
    }

    /// <summary>One line for a subject that is no row: the kernel's own.</summary>
    public static async Task AppendAsync(AnminDb db, string subjectKind, Guid subject, JournalFact fact, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var (seq, previous) = await LastAsync(db, subject, ct);
        db.Add(Line(db, subjectKind, subject, fact, seq + 1, previous is null ? JournalEntry.Genesis : Convert.ToHexStringLower(previous), actor, now));
    }

    private static async Task<(int Seq, byte[]? Hash)> LastAsync(AnminDb db, Guid subject, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.Seq).Select(e => new { e.Seq, e.Hash }).FirstOrDefaultAsync(ct);
        return last is null ? (0, null) : (last.Seq, last.Hash);
    }

    private static JournalEntry Line(AnminDb db, string subjectKind, Guid subject, JournalFact fact, int seq, string previousHex, Actor actor, DateTimeOffset now)
    {
        var data = JsonSerializer.Serialize(fact.Data, fact.Data.GetType(), Json);
        var at = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;
        var device = OneLine(actor.Device);
        var text = JournalEntry.TextOf(subjectKind, subject, seq, fact.Kind, at, actor.Id, device, data);
        return new JournalEntry
        {
            SubjectKind = subjectKind,
            SubjectId = subject,
            Seq = seq,
            Kind = fact.Kind,
            At = at,
            Actor = actor.Id,
            Device = device,
            Data = data,
            Hash = db.Parts.Vault.Suite.Hash(JournalBlock.Preimage(previousHex, text)),
        };
    }

    /// <summary>A line break inside a field would let two different lines have one text.</summary>
    private static string OneLine(string device) => device.ReplaceLineEndings(" ") is { Length: > 120 } line ? line[..120] : device.ReplaceLineEndings(" ");
}
