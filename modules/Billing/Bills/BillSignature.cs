using System.Security.Cryptography;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Billing.Bills;

/// <summary>
/// Pad: drawn on a screen. Paper: the signed original stays in the file and the member of staff vouches for it.
/// Typed: on the payer's own telephone, where nothing can be drawn, by the name of the contract; only for bills that are about no case.
/// </summary>
internal enum SigningWay { Pad, Paper, Typed }

/// <summary>The 经办人's signature under one edition; append-only by trigger, and its hash is the edition's by trigger.</summary>
internal sealed class BillSignature
{
    /// <summary>Bytes of the picture.</summary>
    public const int Most = 45_000;

    private BillSignature()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid BillId { get; private init; }

    public int Edition { get; private init; }

    public string Hash { get; private init; } = "";

    /// <summary>The 经办人 by their id in the case.</summary>
    public Guid Handler { get; private init; }

    public PersonName? SignerName { get; private init; }

    public SigningWay Way { get; private init; }

    /// <summary>PNG in base64; null for paper.</summary>
    public SensitiveText? Image { get; private init; }

    public string? ImageHash { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Member of staff at whose desk it was signed; null where the family signed at home.</summary>
    public string? Staff { get; private init; }

    public string? Device { get; private init; }

    /// <param name="png">Null when signed on paper.</param>
    public static BillSignature Sign(BillEdition edition, Guid handler, string name, byte[]? png, Actor by, DateTimeOffset now, SigningWay? way = null) => new()
    {
        BillId = edition.BillId,
        Edition = edition.Number,
        Hash = edition.Hash,
        Handler = handler,
        SignerName = PersonName.Parse(name).Value,
        Way = way ?? (png is null ? SigningWay.Paper : SigningWay.Pad),
        Image = png is null ? null : SensitiveText.FromStore(Convert.ToBase64String(png)),
        ImageHash = png is null ? null : Convert.ToHexStringLower(SHA256.HashData(png)),
        At = now,
        Staff = by.IsSignedIn ? by.Id : null,
        Device = by.Device,
    };

    /// <returns>Null for paper.</returns>
    public static Outcome<byte[]?> Read(SigningWay way, string? image)
    {
        if (way is SigningWay.Paper or SigningWay.Typed) return (byte[]?)null;
        return PngPicture.Read(image, Most, out var picture) switch
        {
            PngReading.Ok => picture,
            PngReading.TooLarge => BillProblems.TooLarge,
            _ => BillProblems.NotPng,
        };
    }
}
