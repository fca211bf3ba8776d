using System.Security.Cryptography;
using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Driving;

internal enum AttachmentKind { Photo, FamilySignature, HospitalSignature, PoliceSignature }

/// <summary>A photo or a signature of a trip, sealed at rest, found again by its hash. Append-only; shown through the Gate only.</summary>
internal sealed class TripAttachment
{
    public const int MostBytes = 600 * 1024;
    public const int MostPerOrder = 12;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid OrderId { get; init; }

    public required Guid CaseId { get; init; }

    public required AttachmentKind Kind { get; init; }

    /// <summary>image/jpeg or image/png, by its first bytes, not by what was said.</summary>
    public required string ContentType { get; init; }

    /// <summary>SHA-256 of the picture as it came, hex.</summary>
    public required string Hash { get; init; }

    public required int Size { get; init; }

    /// <summary>Base64 of the picture; sealed in the database.</summary>
    public required string Picture { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string By { get; init; }

    public static Outcome<TripAttachment> Of(Guid orderId, Guid caseId, AttachmentKind kind, string? base64, DateTimeOffset takenAt, string by)
    {
        var bytes = Decode(base64);
        if (bytes.Length == 0) return DispatchProblems.PictureShape;
        if (bytes.Length > MostBytes) return DispatchProblems.PictureSize;
        if (TypeOf(bytes) is not { } type) return DispatchProblems.PictureShape;
        return new TripAttachment
        {
            OrderId = orderId,
            CaseId = caseId,
            Kind = kind,
            ContentType = type,
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            Picture = Convert.ToBase64String(bytes),
            TakenAt = takenAt,
            By = by,
        };
    }

    public static string Label(AttachmentKind kind) => kind switch { AttachmentKind.Photo => "现场照片", AttachmentKind.FamilySignature => "家属签名", AttachmentKind.HospitalSignature => "医院签名", _ => "公安签名" };

    private static byte[] Decode(string? base64)
    {
        if (string.IsNullOrEmpty(base64) || base64.Length > MostBytes * 3 / 2) return base64 is { Length: > 0 } ? new byte[MostBytes + 1] : [];
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var written) ? buffer[..written] : [];
    }

    private static string? TypeOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => null,
    };
}
