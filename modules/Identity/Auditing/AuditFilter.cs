using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Auditing;

/// <summary>The kinds of deed people ask the audit for.</summary>
internal enum AuditKind { All, Refused, Reveal, Export, SignIn, Administration }

/// <summary>From what was asked to the rows: list, summary and export read alike.</summary>
internal sealed class AuditFilter(AnminDb db, Reference reference, IEnumerable<IRecordNames> names)
{
    /// <param name="Records">What <c>Subject</c> was found to be; empty when it was not asked for.</param>
    internal sealed record Chosen(IQueryable<AuditRow> Rows, IReadOnlyList<RecordName> Records);

    public async Task<Outcome<Chosen>> ReadAsync(FindAudit.Request request, CancellationToken ct)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        IReadOnlyList<RecordName> records = [];
        if (Trimmed(request.Subject) is { } subject)
        {
            records = await RecordsAsync(subject, ct);
            if (records.Count == 0) return IdentityProblems.NoSuchRecord;
            var ids = records.Select(r => r.Id).ToList();
            rows = rows.Where(a => a.Subject != null && ids.Contains(a.Subject.Value));
        }
        if (Trimmed(request.Who) is { } who) rows = rows.Where(a => a.ActorId == who || a.ActorName == who);
        if (Trimmed(request.What) is { } what) rows = rows.Where(a => a.Permission == what || a.UseCase == what);
        if (Trimmed(request.Why) is { } why) rows = rows.Where(a => (a.Reason != null && a.Reason.Contains(why)) || (a.ScopeLift != null && a.ScopeLift.Contains(why)));
        if (Trimmed(request.Device) is { } device) rows = rows.Where(a => a.Device.Contains(device));
        if (!Day(request.From, "from").Try(out var from, out var bad) || !Day(request.Until, "until").Try(out var until, out bad)) return bad;
        if (from.At is { } first) rows = rows.Where(a => a.At >= first);
        if (until.At?.AddDays(1) is { } end) rows = rows.Where(a => a.At < end);
        return new Chosen(OfKind(rows, request.Refused is true ? AuditKind.Refused : request.Kind ?? AuditKind.All), records);
    }

    public async Task<IReadOnlyDictionary<Guid, RecordName>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var known = new Dictionary<Guid, RecordName>();
        foreach (var source in names)
            foreach (var record in await source.NamesAsync(wanted, ct)) known[record.Id] = record;
        return known;
    }

    internal static IQueryable<AuditRow> OfKind(IQueryable<AuditRow> rows, AuditKind kind) => kind switch
    {
        AuditKind.Refused => rows.Where(a => a.Result != "ok"),
        AuditKind.Reveal => rows.Where(a => a.UseCase.StartsWith("Reveal")),
        AuditKind.Export => rows.Where(a => a.UseCase.StartsWith("Export")),
        AuditKind.SignIn => rows.Where(a => a.UseCase.StartsWith("Sign")),
        AuditKind.Administration => rows.Where(a => a.Permission.StartsWith("identity.")),
        _ => rows,
    };

    private async Task<IReadOnlyList<RecordName>> RecordsAsync(string text, CancellationToken ct)
    {
        if (Guid.TryParse(text, out var id)) return (await NamesAsync([id], ct)).GetValueOrDefault(id) is { } known ? [known] : [new RecordName(id, id.ToString()[..8], "")];
        var found = new List<RecordName>();
        foreach (var source in names) found.AddRange(await source.FindAsync(text, ct));
        return found;
    }

    private readonly record struct Midnight(DateTimeOffset? At);

    private Outcome<Midnight> Day(string? text, string field)
    {
        if (Trimmed(text) is not { } day) return new Midnight(null);
        if (!DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return IdentityProblems.BadDay(field);
        return new Midnight(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), reference.Now.Zone)));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
