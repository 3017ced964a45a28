<?php
// Installs WordPress with dated permalinks and the theme of the tests.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url('{home}', PHP_URL_HOST);
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Warta Lembah (rekaan)', 'admin', 'redaksi@wartalembah.example', true, '', 'uji');
update_option('permalink_structure', '/%year%/%monthnum%/%day%/%postname%/');
update_option('template', 'uji');
update_option('stylesheet', 'uji');
update_option('timezone_string', 'Asia/Jakarta');
flush_rewrite_rules();
