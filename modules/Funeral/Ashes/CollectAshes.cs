using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>领取签名: what the registered 经办人 drew on the pad when they took the ashes, sealed. Append-only.</summary>
internal sealed class AshesReceipt
{
    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "funeral_ashes_receipt.signature";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AshesId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid Receiver { get; init; }

    /// <summary>Strokes as an SVG path, sealed by the vault.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>SHA-256 of the strokes, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>领取骨灰: identity looked at, signed on the pad, a colleague as witness; the certificate is issued with it where there is none and the giver may.</summary>
internal sealed partial class CollectAshes(CaseFile file, IStaffDirectory staff, PersonalVault vault, IRestingPlaces resting) : IUseCase<CollectAshes.Request, CollectAshes.Reply>
{
    private const int LongestSignature = 30_000;
    private const int ShortestSignature = 20;

    /// <param name="Signature">Strokes as an SVG path: M, L and whole numbers.</param>
    /// <param name="IdSeen">The receiver's identity card was looked at.</param>
    public sealed record Request(Guid CaseId, string Ashes, Guid Receiver, string Witness, string? Signature, bool IdSeen);

    /// <param name="Certificate">The valid one; null where there is none yet.</param>
    public sealed record Reply(string? Certificate, bool IssuedNow);

    public Permission Permission => FuneralPermissions.HandOverAshes;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!request.IdSeen) return FuneralProblems.ReceiptIdUnseen;
        if (request.Signature is not { Length: >= ShortestSignature and <= LongestSignature } drawn || !Strokes().IsMatch(drawn)) return FuneralProblems.ReceiptUnsigned;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (request.Witness == file.By.Id) return FuneralProblems.SameTwo with { Field = nameof(request.Witness) };
        if (staff.Find(request.Witness ?? "") is null) return FuneralProblems.StaffUnknown with { Field = nameof(request.Witness) };
        var issued = opened.Certificates.Find(c => c.Status == CertificateStatus.Issued);
        var now = issued is null && opened.Cremation is { FinishedAt: not null } && file.By.May(FuneralPermissions.IssueCertificate);
        if (now)
        {
            if (!(await file.NumberAsync("cremation-certificate", opened.Institution, ct)).Try(out var number, out problem)) return problem;
            if (!opened.IssueCertificate(number, file.By, file.Now).Try(out issued, out problem)) return problem;
            file.Context.Announce(new CertificateIssued(opened.Id, number, opened.Certificates.Find(c => c.SuccessorId == issued.Id)?.Number));
        }
        if (!opened.HandOverAshes(request.Ashes, request.Receiver, request.Witness!, file.By, file.Now).Try(out var ashes, out problem)) return problem;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(drawn)));
        file.Db.Add(new AshesReceipt { AshesId = ashes.Id, CaseId = opened.Id, Receiver = request.Receiver, Signature = vault.Seal(AshesReceipt.Column, drawn), Hash = hash, By = file.By.Id, At = file.Now });
        opened.NoteReceipt(ashes.Number, hash);
        await resting.EndAsync(ashes.Number, Announcing.Collected, ct);
        Announcing.Placed(file, opened, ashes, "family");
        return new Reply(issued?.Number, now);
    }

    [GeneratedRegex(@"^M[0-9]{1,4} [0-9]{1,4}( ?[ML][0-9]{1,4} [0-9]{1,4})+$")]
    private static partial Regex Strokes();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CollectAshes, Request, Reply>("/ashes/collect");
}

/// <summary>Whose ashes the family has come for: by the code on their phone or paper, the case number, or the container's label.</summary>
internal sealed partial class GetCollection(CaseFile file) : IQuestion<GetCollection.Request, GetCollection.Reply>
{
    public sealed record Request(string Code);

    public sealed record Reply(Guid CaseId, string CaseNumber, string Name, string Ashes, DateTimeOffset Since, IReadOnlyList<Receiver> Receivers, string? Certificate, string? LastWitness, string? Institution);

    public sealed record Receiver(Guid Id, string Name, string Relation, string PhoneMasked, string? IdMasked);

    public Permission Permission => FuneralPermissions.HandOverAshes;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var code = (request.Code ?? "").Trim();
        // a link of ours carries the number of the case
        if (Uri.TryCreate(code, UriKind.Absolute, out var link) && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query).TryGetValue("number", out var asked)) code = asked.ToString();
        code = code.ToUpperInvariant();
        var cases = file.Db.DeathCases;
        var ashes = await file.Db.Ashes.AsNoTracking().Where(a => (a.Status == AshesStatus.Held || a.Status == AshesStatus.Deposited) && (a.Number == code ? cases.Any(c => c.Id == a.CaseId) : cases.Any(c => c.Id == a.CaseId && c.Number == code))).OrderBy(a => a.Number).FirstOrDefaultAsync(ct);
        if (ashes is null) return FuneralProblems.CollectionUnknown;
        var opened = await CaseFile.Whole(cases.AsNoTracking()).SingleAsync(c => c.Id == ashes.CaseId, ct);
        file.Context.About(opened.Id);
        var me = file.By.Id;
        var witness = await file.Db.CustodyMoves.AsNoTracking().Where(m => m.GivenBy == me && m.Witness != null && m.Item != Custody.CustodyMove.Body).OrderByDescending(m => m.At).Select(m => m.Witness).FirstOrDefaultAsync(ct);
        return new Reply(opened.Id, opened.Number, FindCases.NameOf(opened.Name, opened.Unidentified), ashes.Number, ashes.Since,
            [.. opened.Handlers.Select(h => new Receiver(h.Id, h.Name?.Text ?? "", h.Relation, h.Phone?.ToString() ?? "", h.PersonId?.ToString()))], opened.Certificates.Find(c => c.Status == CertificateStatus.Issued)?.Number, witness, opened.Institution);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetCollection, Request, Reply>("/ashes/collection");
}
