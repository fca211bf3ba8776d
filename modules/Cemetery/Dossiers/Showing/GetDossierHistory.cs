using System.Text.Json;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Showing;

/// <summary>What happened to the right, from its journal, newest first; and for those who may export, who looked, from the audit.</summary>
internal sealed class GetDossierHistory(DossierDesk desk) : IQuestion<GetDossierHistory.Request, GetDossierHistory.Reply>
{
    private const int Most = 100;

    /// <param name="Looks">Also who looked; for those who may export dossiers.</param>
    public sealed record Request(Guid DossierId, bool Looks = false);

    public sealed record Fact(DateTimeOffset At, string By, string Act, string? Note);

    public sealed record Look(DateTimeOffset At, string By, string Post, string Act, bool Denied, string? Reason);

    public sealed record Reply(IReadOnlyList<Fact> Facts, IReadOnlyList<Look> Looks);

    public Permission Permission => CemeteryPermissions.ReadDossiers;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        if (!await db.Dossiers.AnyAsync(d => d.Id == request.DossierId, ct)) return DossierProblems.None;
        if (request.Looks && !desk.Cemetery.By.May(CemeteryPermissions.ExportDossier)) return KernelProblems.Denied(CemeteryPermissions.ExportDossier.Label);
        var lines = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == request.DossierId).OrderByDescending(e => e.Seq).Take(Most).ToListAsync(ct);
        var names = await desk.ItemNamesAsync(ct);
        var facts = lines.ConvertAll(e => new Fact(DateTimeOffset.UnixEpoch.AddTicks(e.At * 10), desk.Cemetery.StaffName(e.Actor) is { Length: > 0 } name ? name : "系统", DossierWords.Act(e.Kind), NoteOf(e.Data, names)));
        if (!request.Looks) return new Reply(facts, []);
        var looks = await db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == request.DossierId).OrderByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        return new Reply(facts, looks.ConvertAll(a => new Look(a.At, a.ActorName, a.Post, DossierWords.Look(a.UseCase), a.Result != "ok", a.Reason)));
    }

    private static string? NoteOf(string data, IReadOnlyDictionary<string, string> names)
    {
        using var read = JsonDocument.Parse(data);
        var words = new List<string>();
        foreach (var property in read.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String || property.Value.GetString() is not { Length: > 0 } text) continue;
            switch (property.Name.ToLowerInvariant())
            {
                case "item": words.Add(names.GetValueOrDefault(text, text)); break;
                case "number" or "certificate" or "why" or "reason" or "until" or "how" or "answer" or "purpose": words.Add(text); break;
            }
        }
        return words.Count == 0 ? null : string.Join("，", words);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDossierHistory, Request, Reply>("/cemetery/dossiers/history");
}
