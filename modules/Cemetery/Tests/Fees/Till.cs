using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Fees.Ledger;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>Brings money to where a test begins, by the use cases of counter and cemetery.</summary>
internal static class Till
{
    /// <summary>One white dot: what a pad sends.</summary>
    public static readonly string Drawn = "data:image/png;base64," + Convert.ToBase64String([.. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0], .. new byte[30], .. (byte[])[0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]]);

    /// <summary>A right of <paramref name="years"/> from a day on, with maintenance prepaid for all of them.</summary>
    public static async Task<Guid> HeldSinceAsync(this TestApp app, DateOnly from, int years = 20, string? care = "plot-care") => await app.ActiveAsync((await app.PositionsAsync(care: care))[0], from: from, years: years);

    public static Task<Outcome<ChargeCare.Reply>> ChargeAsync(this TestApp app, Guid right, string years, string as_ = "公墓财务", string? key = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<ChargeCare>(), new ChargeCare.Request(right, years), key);

    public static async Task<Outcome<SignBill.Reply>> SignAsync(this TestApp app, Guid bill, string as_ = "公墓财务")
    {
        var hash = await app.ReadAsync(db => db.Set<BillEdition>().Where(e => e.BillId == bill).OrderByDescending(e => e.Number).Select(e => e.Hash).FirstAsync());
        return await app.As(as_).RunAsync(s => s.GetRequiredService<SignBill>(), new SignBill.Request(bill, hash, null, SigningWay.Pad, Drawn));
    }

    public static async Task<Outcome<TakePayment.Reply>> PayAsync(this TestApp app, Guid bill, string as_ = "公墓财务")
    {
        var edition = await app.ReadAsync(db => db.Set<Bill>().Where(b => b.Id == bill).Select(b => b.Edition).FirstAsync());
        return await app.As(as_).RunAsync(s => s.GetRequiredService<TakePayment>(), new TakePayment.Request(bill, edition, PayWay.Cash));
    }

    public static Task ReactAsync(this TestApp app) => app.Services.GetRequiredService<Dispatcher>().DispatchAsync(1000, TestContext.Current.CancellationToken);

    /// <summary>Charged, signed, paid, and told to the right.</summary>
    public static async Task<ChargeCare.Reply> PaidAsync(this TestApp app, Guid right, string years)
    {
        var charged = Must(await app.ChargeAsync(right, years));
        Must(await app.SignAsync(charged.BillId));
        Must(await app.PayAsync(charged.BillId));
        await app.ReactAsync();
        return charged;
    }

    public static async Task<GetAccount.Reply> AccountAsync(this TestApp app, Guid right, string as_ = "公墓财务")
        => Must(await app.As(as_).RunAsync(s => s.GetRequiredService<GetAccount>(), new GetAccount.Request(right)));

    public static Task<List<FeeEntry>> EntriesAsync(this TestApp app, Guid right) => app.ReadAsync(db => db.Set<FeeEntry>().AsNoTracking().Where(e => e.RightId == right).OrderBy(e => e.Seq).ToListAsync());
}
