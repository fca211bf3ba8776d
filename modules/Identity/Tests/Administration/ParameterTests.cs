using Anmin.Identity.Administration;
using Anmin.Identity.Administration.Parameters;
using Anmin.Kernel.Settings;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Administration;

public abstract class ParameterTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Admin => Somebody.With(App, IdentityPermissions.ChangeSettings);

    private long InForce => App.Services.GetRequiredService<SettingBook>().Number(AdminSettings.DiskLeft);

    [Fact]
    public async Task A_change_is_in_force_at_once_and_goes_back_to_the_standard_with_its_history()
    {
        var key = AdminSettings.DiskLeft.Key;
        (await ChangeAsync(Admin, key, "25")).Ok.ShouldBeTrue();
        InForce.ShouldBe(25);
        (await ChangeAsync(Admin, key, "25")).Problem!.Code.ShouldBe("identity.setting.same");
        (await ChangeAsync(Admin, key, null)).Ok.ShouldBeTrue();
        InForce.ShouldBe(10);
        var listing = (await Admin.RunAsync(s => s.GetRequiredService<FindSettings>(), new())).Value!;
        var history = listing.History.Where(l => l.Key == key).Take(2).ToList();
        history.Select(l => (l.Before, l.After, l.Reason)).ShouldBe([("25 %", "10 %", "换了大盘"), ("10 %", "25 %", "换了大盘")]);
        listing.Rows.Single(r => r.Setting.Key == key).ChangedAt.ShouldBeNull("the standard is nobody's change");
    }

    [Theory]
    [InlineData("0"), InlineData("51"), InlineData("-5"), InlineData("十"), InlineData(""), InlineData("10.5"), InlineData("99999999999999999999")]
    public async Task A_number_outside_its_bounds_is_refused_and_changes_nothing(string value)
    {
        (await ChangeAsync(Admin, AdminSettings.DiskLeft.Key, value)).Problem!.All().ShouldContain(p => p.Code == "identity.setting.bounds");
        InForce.ShouldBe(10);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_changed()
        => (await Admin.RunAsync(s => s.GetRequiredService<ChangeSetting>(), new(AdminSettings.DiskLeft.Key, "20", " "))).Problem!.All().ShouldContain(p => p.Field == "Reason");

    [Fact]
    public async Task An_unknown_parameter_is_not_there()
        => (await ChangeAsync(Admin, "identity.nothing", "1")).Problem!.Code.ShouldBe("kernel.not-found");

    [Fact]
    public async Task What_decides_security_is_not_the_system_administrators_and_the_other_way_round()
    {
        var security = Somebody.With(App, IdentityPermissions.ChangeSecuritySettings);
        (await ChangeAsync(Admin, AdminSettings.ExportMost.Key, "500")).Problem!.Code.ShouldBe("kernel.not-found");
        (await security.RunAsync(s => s.GetRequiredService<ChangeSecuritySetting>(), new(AdminSettings.DiskLeft.Key, "20", "换了大盘"))).Problem!.Code.ShouldBe("kernel.not-found");
        (await security.RunAsync(s => s.GetRequiredService<ChangeSetting>(), new(AdminSettings.DiskLeft.Key, "20", "换了大盘"))).Problem!.Code.ShouldBe("kernel.denied");
        (await security.RunAsync(s => s.GetRequiredService<FindSettings>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await Admin.RunAsync(s => s.GetRequiredService<FindSecuritySettings>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await security.RunAsync(s => s.GetRequiredService<FindSecuritySettings>(), new())).Value!.Rows.ShouldAllBe(r => r.Setting.Key.StartsWith("identity.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_key_changes_once()
    {
        var admin = Admin;
        var request = new ChangeSetting.Request(AdminSettings.DiskLeft.Key, "31", "同一次提交");
        (await admin.RunAsync(s => s.GetRequiredService<ChangeSetting>(), request, "key-31")).Ok.ShouldBeTrue();
        (await admin.RunAsync(s => s.GetRequiredService<ChangeSetting>(), request, "key-31")).Ok.ShouldBeTrue();
        (await App.ReadAsync(db => db.Set<AdminChange>().CountAsync(c => c.Reason == "同一次提交"))).ShouldBe(1);
        (await ChangeAsync(admin, AdminSettings.DiskLeft.Key, null)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task The_history_cannot_be_changed_in_the_database()
    {
        await ChangeAsync(Admin, AdminSettings.DiskLeft.Key, "44");
        await ChangeAsync(Admin, AdminSettings.DiskLeft.Key, null);
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update identity_admin_change set after = '1'"));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("delete from identity_admin_change"));
    }

    private static Task<Kernel.Outcomes.Outcome<Kernel.Outcomes.Done>> ChangeAsync(Acting who, string key, string? value)
        => who.RunAsync(s => s.GetRequiredService<ChangeSetting>(), new(key, value, "换了大盘"));
}

public sealed class ParameterTestsOnSqlite(SqliteApp f) : ParameterTests(f), IClassFixture<SqliteApp>;

public sealed class ParameterTestsOnPostgres(PostgresApp f) : ParameterTests(f), IClassFixture<PostgresApp>;
