using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Signatures;

/// <summary>Papers a family signs, each on its own.</summary>
internal enum PaperKind { Quotation, ServiceContract, CremationConfirmation, PreparationConsent, PhotoConsent, DataNotice, BelongingsReturn }

/// <summary>Pad: drawn on the screen. Paper: 签纸质件, the original stays in the file and the member of staff vouches for it.</summary>
internal enum SigningWay { Pad, Paper }

/// <summary>
/// What was shown, word for word, and the signature under it. The text is kept sealed beside its hash: a template or a name may change
/// later, and still nobody can say that something else was signed. Append-only by trigger.
/// </summary>
internal sealed class SignedPaper
{
    private SignedPaper()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public PaperKind Kind { get; private init; }

    /// <summary>The edition or list it belongs to.</summary>
    public Guid Subject { get; private init; }

    public string Number { get; private init; } = "";

    /// <summary>First 16 hexadecimal digits of the template's SHA-256.</summary>
    public string TextVersion { get; private init; } = "";

    public SensitiveText? Shown { get; private init; }

    /// <summary>SHA-256 of <see cref="Shown"/>, UTF-8, hexadecimal.</summary>
    public string ShownHash { get; private init; } = "";

    public SigningWay Way { get; private init; }

    /// <summary>The 经办人 who signed; null where it was somebody else, named in <see cref="SignerName"/>.</summary>
    public Guid? Handler { get; private init; }

    public PersonName? SignerName { get; private init; }

    /// <summary>PNG in base64; null for paper.</summary>
    public SensitiveText? Image { get; private init; }

    public string? ImageHash { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Staff { get; private init; } = "";

    public string? Device { get; private init; }

    public sealed record Text(PaperKind Kind, string Number, string TextVersion, string Shown)
    {
        public string Hash { get; } = HashOf(Shown);
    }

    /// <param name="png">Null when signed on paper.</param>
    public static SignedPaper Sign(Guid caseId, Guid subject, Text text, Guid? handler, PersonName? name, byte[]? png, Actor by, DateTimeOffset now) => new()
    {
        CaseId = caseId,
        Kind = text.Kind,
        Subject = subject,
        Number = text.Number,
        TextVersion = text.TextVersion,
        Shown = SensitiveText.FromStore(text.Shown),
        ShownHash = text.Hash,
        Way = png is null ? SigningWay.Paper : SigningWay.Pad,
        Handler = handler,
        SignerName = name,
        Image = png is null ? null : SensitiveText.FromStore(Convert.ToBase64String(png)),
        ImageHash = png is null ? null : Convert.ToHexStringLower(SHA256.HashData(png)),
        At = now,
        Staff = by.Id,
        Device = by.Device,
    };

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Label(PaperKind kind) => kind switch
    {
        PaperKind.Quotation => "报价单",
        PaperKind.ServiceContract => "治丧服务合同",
        PaperKind.CremationConfirmation => "遗体火化确认书",
        PaperKind.PreparationConsent => "整容、防腐同意书",
        PaperKind.PhotoConsent => "影像使用同意书",
        PaperKind.DataNotice => "个人信息告知书",
        _ => "遗物清单",
    };

    /// <summary>Name of the pack's template.</summary>
    public static string Template(PaperKind kind) => kind switch
    {
        PaperKind.Quotation => "quotation",
        PaperKind.ServiceContract => "service-contract",
        PaperKind.CremationConfirmation => "cremation-confirmation",
        PaperKind.PreparationConsent => "preparation-consent",
        PaperKind.PhotoConsent => "photo-consent",
        PaperKind.DataNotice => "data-notice",
        _ => "belongings-list",
    };
}
