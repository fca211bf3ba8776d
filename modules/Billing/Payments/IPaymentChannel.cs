using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.Configuration;

namespace Anmin.Billing.Payments;

/// <summary>扫码收款渠道: asks for an amount, and tells by signed messages, late or twice, what became of it.</summary>
internal interface IPaymentChannel
{
    string Name { get; }

    /// <returns>Text of the code that the payer scans.</returns>
    Task<Outcome<string>> OrderAsync(string order, long fen, CancellationToken ct);

    /// <returns>Null where the signature does not fit the body or the body is not a notice: nothing of it is trusted.</returns>
    ChannelNotice? Read(string body, string? signature);
}

/// <param name="Order">商户单号.</param>
/// <param name="Trade">渠道流水号.</param>
/// <param name="Fen">分.</param>
/// <param name="Currency">CNY or another.</param>
/// <param name="Paid">False where the payer gave up or was refused.</param>
internal sealed record ChannelNotice(string Order, string Trade, long Fen, string Currency, bool Paid);

/// <summary>
/// Stand-in where no acquirer is connected: the same order and the same signed notice, without money. The secret is
/// <c>Anmin:Payments:Secret</c> of the configuration; without one a secret of this installation is drawn from its key file.
/// </summary>
internal sealed class SimulatedChannel(IConfiguration configuration, PersonalVault vault) : IPaymentChannel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Name => "simulated";

    public Task<Outcome<string>> OrderAsync(string order, long fen, CancellationToken ct) => Task.FromResult<Outcome<string>>($"anmin-pay:{order}?fen={fen}");

    public ChannelNotice? Read(string body, string? signature)
    {
        if (body.Length > 4000 || signature is not { Length: 64 } || !signature.All(char.IsAsciiHexDigit)) return null;
        if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature), HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(body)))) return null;
        try
        {
            return JsonSerializer.Deserialize<ChannelNotice>(body, Json) is { Order.Length: > 0 and <= 60, Trade.Length: > 0 and <= 60, Currency.Length: > 0 and <= 8 } notice ? notice : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the acquirer's side would sign with.</summary>
    public string Sign(string body) => Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(body)));

    private byte[] Secret => configuration["Anmin:Payments:Secret"] is { Length: >= 16 } set ? Encoding.UTF8.GetBytes(set) : vault.BlindIndex("billing.simulated-channel.v1");
}

/// <summary>电子票据: the finance department's system, where one is connected.</summary>
internal interface IElectronicReceipts
{
    /// <returns>The code of the electronic receipt, or null where the paper receipt is the receipt.</returns>
    Task<string?> IssueAsync(string number, long fen, CancellationToken ct);
}

/// <summary>No system is connected: the numbered paper receipt stands.</summary>
internal sealed class PaperReceipts : IElectronicReceipts
{
    public Task<string?> IssueAsync(string number, long fen, CancellationToken ct) => Task.FromResult<string?>(null);
}
