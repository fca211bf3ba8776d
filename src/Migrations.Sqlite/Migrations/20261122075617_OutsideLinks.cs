using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OutsideLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_outside_link",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_outside_link", x => new { x.issuer, x.subject });
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_outside_link_issuer_staff_id",
                table: "identity_outside_link",
                columns: new[] { "issuer", "staff_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_outside_link");
        }
    }
}
