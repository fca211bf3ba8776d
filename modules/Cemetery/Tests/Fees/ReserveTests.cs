using System.Text;
using Anmin.Cemetery.Fees.Reserve;
using Anmin.Cemetery.Fees.Showing;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>预留金: six per cent of what came in after taxes. And the list as a table for the accountant.</summary>
public abstract class ReserveTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Six_of_a_hundred_after_taxes_are_to_be_set_aside_by_voucher()
    {
        await App.PaidAsync(await App.HeldSinceAsync(new DateOnly(2006, 4, 15)), "5");
        (await RowAsync()).ShouldSatisfyAllConditions(r => r.AfterTaxFen.ShouldBe(10000), r => r.NeededFen.ShouldBe(600), r => r.ShortFen.ShouldBe(600));
        Must(await RecordAsync(ReserveKind.Tax, "33.35", "SP-1"));
        (await RowAsync()).ShouldSatisfyAllConditions(r => r.AfterTaxFen.ShouldBe(6665), r => r.NeededFen.ShouldBe(400, "rounded up"));
        Must(await RecordAsync(ReserveKind.Deposit, "3.99", "CK-1", key: "reserve"));
        Must(await RecordAsync(ReserveKind.Deposit, "3.99", "CK-1", key: "reserve"));
        (await RowAsync()).ShortFen.ShouldBe(1);
        (await RecordAsync(ReserveKind.Deposit, "0.01", "CK-1")).Problem!.Kind.ShouldBe(ProblemKind.Conflict, "a voucher counts once");
        Must(await RecordAsync(ReserveKind.Deposit, "0.01", "CK-2"));
        (await RowAsync()).ShortFen.ShouldBe(0);
    }

    [Fact]
    public async Task Every_fault_of_a_voucher_is_told_at_once_and_only_the_own_ground_is_kept()
    {
        var bad = (await RecordAsync(ReserveKind.Deposit, "1.001", "", year: "26", on: "昨天晚上")).Problem!;
        bad.All().Select(p => p.Field).ShouldBe(["Voucher", "On", "Year", "Amount"], ignoreOrder: true);
        foreach (var amount in new[] { "0", "-5", "五元", "99999999999", "" }) (await RecordAsync(ReserveKind.Deposit, amount, "CK-9")).Problem!.Code.ShouldBe("cemetery.reserve.amount");
        (await RecordAsync(ReserveKind.Deposit, "1", "CK-9", ground: "ce-2")).Problem!.Code.ShouldBe("cemetery.reserve.no-unit");
        (await RecordAsync(ReserveKind.Deposit, "1", "CK-9", as_: "公墓负责人")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await App.As("外公墓财务").RunAsync(s => s.GetRequiredService<GetReserve>(), new GetReserve.Request("2026"))).Rows.ShouldNotContain(r => r.Institution == "ce-1");
    }

    [Fact]
    public async Task The_exported_list_holds_what_is_owed_and_no_whole_telephone()
    {
        var right = await App.RightAsync(await App.HeldSinceAsync(new DateOnly(2005, 2, 1)));
        var file = Must(await ExportAsync("公墓财务"));
        file.FileName.ShouldBe("fees-arrears-20260415.csv");
        file.Content.Take(3).ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(file.Content).Split("\r\n");
        lines[0].ShouldEndWith("合同编号,单位,墓位,持证人,电话,使用期到,维护费交到,欠交年数,欠交金额（元）,文书编号,文书日期");
        var line = lines.Single(l => l.StartsWith(right.Number!, StringComparison.Ordinal)).Split(',');
        line[3..9].ShouldBe(["周建国", "138****5678", "2025-01-31", "2025-01-31", "2", "40.00"]);
        Encoding.UTF8.GetString(file.Content).ShouldNotContain("13812345678");
        (await ExportAsync("公墓园务")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Encoding.UTF8.GetString(Must(await ExportAsync("外公墓财务")).Content).ShouldNotContain(right.Number!);
    }

    private Task<Outcome<ExportFees.Reply>> ExportAsync(string as_) => App.As(as_).RunAsync(s => s.GetRequiredService<ExportFees>(), new ExportFees.Request(FeeQueue.Arrears));

    private async Task<GetReserve.Row> RowAsync() => Must(await App.As("公墓财务").RunAsync(s => s.GetRequiredService<GetReserve>(), new GetReserve.Request("2026"))).Rows.Single(r => r.Institution == "ce-1");

    private Task<Outcome<RecordReserve.Reply>> RecordAsync(ReserveKind kind, string amount, string voucher, string year = "2026", string on = "2026-04-10", string ground = "ce-1", string as_ = "公墓财务", string? key = null)
        => App.As(as_).RunAsync(s => s.GetRequiredService<RecordReserve>(), new RecordReserve.Request(ground, year, kind, amount, voucher, on), key);
}

public sealed class ReserveOnSqlite(SqliteApp app) : ReserveTests(app), IClassFixture<SqliteApp>;

public sealed class ReserveOnPostgres(PostgresApp app) : ReserveTests(app), IClassFixture<PostgresApp>;
