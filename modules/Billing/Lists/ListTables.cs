using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

internal static class ListTables
{
    extension(AnminDb db)
    {
        public DbSet<PriceList> PriceLists => db.Set<PriceList>();

        public DbSet<PriceListItem> PriceListItems => db.Set<PriceListItem>();

        public DbSet<PriceListTerm> PriceListTerms => db.Set<PriceListTerm>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<PriceList>(t =>
        {
            t.ToTable("billing_price_list", b => b.HasCheckConstraint("billing_price_list_period", "until is null or until >= \"from\""));
            t.HasIndex(l => l.Code).IsUnique().HasDatabaseName("billing_price_list_code");
            t.HasIndex(l => new { l.Institution, l.From });
        });
        model.Entity<PriceListItem>(t =>
        {
            t.ToTable("billing_price_item", b => b.HasCheckConstraint("billing_price_item_amounts", "least >= 0 and most >= least"));
            t.HasKey(i => new { i.List, i.Code });
        });
        model.Entity<PriceListTerm>(t =>
        {
            t.ToTable("billing_price_term");
            t.HasKey(c => new { c.List, c.Item, c.Ordinal });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>();

    public static IEnumerable<string> Guards(DatabaseKind database) => [];
}
