using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Database;

public sealed class ErasureTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Erasing_everything_personal_leaves_the_journal_whole(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        await Chain.Of(app).CertifiedAsync();
        await app.SqlAsync("update funeral_case set name = null, initials = '', person_id = null, person_id_index = null, address = null, birth_date = null, salt = " + (kind == DatabaseKind.Postgres ? "'\\x'" : "x''"));
        await app.SqlAsync("update funeral_handler set name = null, phone = null, phone_index = null, person_id = null");
        await app.SqlAsync("update funeral_pickup set address = null");
        var report = await app.ReadAsync(db => new JournalVerifier(db).RunAsync(default));
        report.Broken.ShouldBeNull();
        report.Entries.ShouldBeGreaterThan(10);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Guards_of_an_earlier_release_are_replaced_by_todays(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var of = await Chain.Of(app).CrematedAsync();
        if (kind == DatabaseKind.Sqlite)
        {
            await app.SqlAsync("drop trigger guard_body_final");
            await app.SqlAsync("create trigger guard_body_final before update on funeral_remains when old.place = 'Nowhere' begin select raise(abort, 'old'); end");
        }
        else await app.SqlAsync("create or replace function guard_body_final() returns trigger language plpgsql as $$ begin return new; end $$");
        await app.ReadAsync(async db =>
        {
            await Guards.ApplyAsync(db, TestContext.Current.CancellationToken);
            return 0;
        });
        await Should.ThrowAsync<Exception>(() => app.SqlAsync("update funeral_remains set place = 'ColdStored'"));
        (await Chain.Of(app).LoadAsync(of)).Remains!.IsFinal.ShouldBeTrue();
    }
}
