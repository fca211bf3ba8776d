using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text;
using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Refunds;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Tests.Bills;

/// <summary>Brings bills to where a test begins, by the use cases themselves, on cases nobody else has.</summary>
internal static class Desk
{
    /// <summary>遗体火化 and 接运: 120 and 100 元.</summary>
    public static readonly LineWish[] Plain = [new("cremation", "1"), new("transport", "1", Kilometres: "20")];

    /// <summary>One white dot: what a pad sends.</summary>
    public static readonly string Drawn = "data:image/png;base64," + Convert.ToBase64String([.. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0], .. new byte[30], .. (byte[])[0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]]);

    public static T Must<T>(Outcome<T> outcome, [CallerArgumentExpression(nameof(outcome))] string? what = null)
        => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"{what}: {problem.Code} {problem.Message}");

    public static async Task<Guid> CaseAsync(this TestApp app, string desk = "前台", string place = "321302001001", string born = "1940-01-01", bool infectious = false)
        => Must(await app.As(desk).RunAsync(s => s.GetRequiredService<ReportDeath>(), new ReportDeath.Request(ReportSource.Family, "周桂兰", false, IdType.Unknown, null, Sex.Female, born, place, DeathPlaceKind.Home, "东大街1号", "2026-04-13 08:00", infectious, false, false, "周建国", "13812345678", "子女"))).CaseId;

    public static Task<Outcome<DrawBill.Reply>> DrawAsync(this TestApp app, Guid @case, IReadOnlyList<LineWish>? lines = null, string[]? groups = null, string? reason = null, string as_ = "收费", string? key = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<DrawBill>(), new DrawBill.Request(@case, lines ?? Plain, null, groups, reason), key);

    public static async Task<Guid> DrawnAsync(this TestApp app, IReadOnlyList<LineWish>? lines = null, string[]? groups = null) => Must(await app.DrawAsync(await app.CaseAsync(), lines, groups)).BillId!.Value;

    public static Task<BillEdition> EditionAsync(this TestApp app, Guid bill)
        => app.ReadAsync(async db => await db.BillEditions.AsNoTracking().Include(e => e.Lines).Where(e => e.BillId == bill).OrderByDescending(e => e.Number).FirstAsync());

    public static Task<Bill> BillAsync(this TestApp app, Guid bill) => app.ReadAsync(db => db.Bills.AsNoTracking().FirstAsync(b => b.Id == bill));

    public static async Task<Outcome<SignBill.Reply>> SignAsync(this TestApp app, Guid bill, string as_ = "收费", string? hash = null, SigningWay way = SigningWay.Pad)
        => await app.As(as_).RunAsync(s => s.GetRequiredService<SignBill>(), new SignBill.Request(bill, hash ?? (await app.EditionAsync(bill)).Hash, null, way, way == SigningWay.Pad ? Drawn : null));

    public static async Task<Guid> SignedAsync(this TestApp app, IReadOnlyList<LineWish>? lines = null, string[]? groups = null)
    {
        var bill = await app.DrawnAsync(lines, groups);
        Must(await app.SignAsync(bill));
        return bill;
    }

    public static Task<Outcome<TakePayment.Reply>> PayAsync(this TestApp app, Guid bill, PayWay way = PayWay.Cash, string? amount = null, string? handed = null, string? reference = null, int edition = 1, string as_ = "收费", string? key = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<TakePayment>(), new TakePayment.Request(bill, edition, way, amount, handed, reference), key);

    public static Task<Outcome<OpenScan.Reply>> ScanAsync(this TestApp app, Guid bill, int edition = 1) => app.As("收费").RunAsync(s => s.GetRequiredService<OpenScan>(), new OpenScan.Request(bill, edition));

    public static async Task<CallResult> NoticeAsync(this TestApp app, string order, long fen, string trade, string currency = "CNY", bool paid = true, string? signature = null)
    {
        var body = JsonSerializer.Serialize(new { order, trade, fen, currency, paid });
        return Must(await app.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<TakeNotice>(), new TakeNotice.Request(body, signature ?? app.Services.GetRequiredService<SimulatedChannel>().Sign(body)))).Result;
    }

    public static async Task<(Guid Bill, Guid Payment)> PaidAsync(this TestApp app, IReadOnlyList<LineWish>? lines = null)
    {
        var bill = await app.SignedAsync(lines);
        return (bill, Must(await app.PayAsync(bill)).PaymentId!.Value);
    }

    public static Task<Outcome<AskRefund.Reply>> AskAsync(this TestApp app, Guid payment, string amount, string reason = "告别厅没有使用", string as_ = "收费")
        => app.As(as_).RunAsync(s => s.GetRequiredService<AskRefund>(), new AskRefund.Request(payment, amount, reason));

    public static Task<Outcome<DecideRefund.Reply>> DecideAsync(this TestApp app, Guid refund, bool give = true, string as_ = "收费乙", string? answer = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<DecideRefund>(), new DecideRefund.Request(refund, give, give ? null : answer ?? "金额不对"));

    public static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>How each database writes an id in raw SQL.</summary>
    public static string Id(this TestApp app, Guid id) => app.Kind == Kernel.Data.DatabaseKind.Postgres ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";
}
