using System.Text.Json.Serialization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Certificates;

/// <summary>核验火化证明, open to everybody: true, replaced, void or not found; of the person only what cannot be misused.</summary>
internal sealed class VerifyCertificate(CaseFile file, Numbers numbers, Reference reference) : IQuestion<VerifyCertificate.Request, VerifyCertificate.Reply>
{
    private const string Kind = "cremation-certificate";

    public sealed record Request(string Code);

    [JsonConverter(typeof(JsonStringEnumConverter<State>))]
    public enum State
    {
        Valid,
        Replaced,
        Void,
        NotFound,
        /// <summary>The check character does not fit: something is mistyped, nothing was looked up.</summary>
        Mistyped,
    }

    /// <param name="Person">周＊兰，女，78岁</param>
    /// <param name="IdTail">Last four characters of the document; empty where there is none.</param>
    /// <param name="Successor">The number that counts now.</param>
    public sealed record Reply(
        State State, string Number, DateTimeOffset VerifiedAt, string? Person = null, string? IdTail = null, DateOnly? CrematedOn = null, string? Home = null, string? HomePhone = null, string? HomeHours = null,
        DateTimeOffset? IssuedAt = null, int Edition = 0, DateTimeOffset? EndedAt = null, string? Successor = null);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = (request.Code ?? "").Trim();
        if (TypedNumber.Read(reference.Now, Kind, typed) is not { } number) return new Reply(State.Mistyped, Shown(typed), file.Now);
        if (!numbers.LooksRight(Kind, number)) return new Reply(State.Mistyped, number, file.Now);
        var found = await file.Db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, ct);
        if (found is null) return new Reply(State.NotFound, number, file.Now);
        var opened = await file.Db.AcrossScopes<DeathCase>("公众核验火化证明").AsNoTracking().Include(c => c.Cremation).SingleAsync(c => c.Id == found.CaseId, ct);
        return Answer(found, opened, await SuccessorAsync(found, ct));
    }

    private Reply Answer(CremationCertificate found, DeathCase opened, string? successor)
    {
        var home = opened.Cremation is { } cremation ? file.Institution(cremation.Institution) : null;
        var state = found.Status switch { CertificateStatus.Issued => State.Valid, CertificateStatus.Replaced => State.Replaced, _ => State.Void };
        var bare = new Reply(state, found.Number, file.Now, Home: home?.Name, HomePhone: home?.Phone, HomeHours: home?.Hours, IssuedAt: found.IssuedAt, Edition: found.Edition, EndedAt: found.EndedAt, Successor: successor);
        // of a paper that no longer counts nothing about the person is told
        if (state != State.Valid) return bare;
        var words = new[] { opened.Name?.Masked ?? "姓名不详", opened.Sex is Kernel.Personal.Sex.Male or Kernel.Personal.Sex.Female ? Kernel.Personal.SexLabels.Label(opened.Sex) : null, opened.AgeAtDeath(file.Zone) is { } age ? $"{age}岁" : null };
        return bare with
        {
            Person = string.Join('，', words.OfType<string>()),
            IdTail = opened.PersonId is { IsKnown: true } id ? id.LastFour : null,
            CrematedOn = opened.Cremation?.FinishedAt is { } at ? LocalClock.DateOf(at, file.Zone) : null,
        };
    }

    /// <summary>Follows replacements to the end: a twice reissued paper points to the one that counts.</summary>
    private async Task<string?> SuccessorAsync(CremationCertificate found, CancellationToken ct)
    {
        if (found.SuccessorId is null) return null;
        var all = await file.Db.Certificates.AsNoTracking().Where(c => c.CaseId == found.CaseId).ToDictionaryAsync(c => c.Id, ct);
        var at = found;
        for (var steps = 0; steps < all.Count && at.SuccessorId is { } next && all.TryGetValue(next, out var later); steps++) at = later;
        return at.Status == CertificateStatus.Issued ? at.Number : null;
    }

    private static string Shown(string typed) => string.Concat(typed.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(40));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<VerifyCertificate, Request, Reply>("/public/certificates/{code}");
}
