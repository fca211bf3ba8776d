using Anmin.Identity.People;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>Past the use cases, with rows of one's own: the tables refuse, and there is a sentence for it.</summary>
public abstract class TableTests(AppFixture fixture)
{
    private static readonly DateOnly Day = new(2026, 4, 15);

    [Fact]
    public Task A_period_that_ends_before_it_begins() => RefusedAsync("identity.appointment.backwards", Appointment(until: Day.AddDays(-1)));

    [Fact]
    public Task A_stand_in_for_oneself() => RefusedAsync("identity.stand-in.shape", Appointment(until: Day, inPlaceOf: "t-qiantai"));

    [Fact]
    public Task A_stand_in_without_end() => RefusedAsync("identity.stand-in.shape", Appointment(inPlaceOf: "t-siji"));

    [Fact]
    public Task The_same_post_from_the_same_day_twice() => RefusedAsync("identity.appointment.twice", Appointment("driver"), Appointment("driver"));

    [Fact]
    public Task The_same_stand_in_from_the_same_day_twice() => RefusedAsync("identity.appointment.twice", Appointment(until: Day, inPlaceOf: "t-siji"), Appointment(until: Day, inPlaceOf: "t-siji"));

    [Fact]
    public Task Two_sections_of_one_name() => RefusedAsync("identity.name.taken", new Section { Id = "sec-1", Institution = "fh-1", Name = "业务科" }, new Section { Id = "sec-2", Institution = "fh-1", Name = "业务科" });

    [Fact]
    public Task A_role_of_every_kind() => RefusedAsync("identity.role.kind", new Role { Id = "r-any", Name = "全能", Kind = Kernel.Actors.PermissionKind.Any, Reach = Reach.All, Grants = "*" });

    private static Appointment Appointment(string post = "hall", DateOnly? until = null, string? inPlaceOf = null)
        => new() { StaffId = "t-qiantai", PostId = post, Institution = "fh-1", Division = "321302", From = Day, Until = until, InPlaceOf = inPlaceOf, Reason = "试", MadeBy = "test", MadeAt = FakeClock.Start };

    private async Task RefusedAsync(string code, params object[] rows)
    {
        var explain = fixture.App.Services.GetRequiredService<ConstraintProblems>();
        var said = await fixture.App.ReadAsync(async db =>
        {
            db.AddRange(rows);
            var thrown = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
            return explain.Explain(db.Violation(thrown).ShouldNotBeNull());
        });
        said.Code.ShouldBe(code);
    }
}

public sealed class TablesOnSqlite(SqliteApp f) : TableTests(f), IClassFixture<SqliteApp>;

public sealed class TablesOnPostgres(PostgresApp f) : TableTests(f), IClassFixture<PostgresApp>;
